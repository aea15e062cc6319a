import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { namedIn } from '../../../template/arn.ts';

const arn = (account: string, name: string) => `arn:aws:lambda:eu-west-2:${account}:function:${name}`;
const workspace = (ClientConnectOptions: object, FunctionName = 'AWSClientVPN-lpo'): ExampleStacks => ({
  'a/Vpn': {
    account: '200000000001',
    region: 'eu-west-2',
    template: {
      Resources: {
        Endpoint: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: { ClientConnectOptions } },
        Function: { Type: 'AWS::Lambda::Function', Properties: { FunctionName } },
      },
    },
  },
});
const own = arn('200000000001', 'AWSClientVPN-lpo');

/** The directory says who someone is; the handler says whether their records still hold today. */
export const check = assemblyCheck({
  control: 'LPO-PPL-04',
  name: 'vpn-asks-the-connect-handler',
  expected: 'each connection is put to a function of these templates before it is let in',
  fix: 'set ClientConnectOptions.Enabled, and the ARN of a function AWSClientVPN-… of the same account and Region',
  judge(view) {
    const functions = new Set(
      view
        .ofType('AWS::Lambda::Function')
        .map(({ stack, resource }) => [stack.account, stack.region, resource.text('FunctionName')].join(' ')),
    );
    return view.ofType('AWS::EC2::ClientVpnEndpoint').flatMap(({ stack, resource }) => {
      const { region, account, name } =
        namedIn(resource.text('ClientConnectOptions.LambdaFunctionArn') ?? '', 'lambda', 'function') ?? {};
      const asked =
        resource.text('ClientConnectOptions.Enabled') === 'true' &&
        account === stack.account &&
        region === stack.region &&
        `${name}`.startsWith('AWSClientVPN-') &&
        functions.has([account, region, name].join(' '));
      const property = 'ClientConnectOptions';
      return asked
        ? []
        : [{ stack: stack.id, logicalId: resource.logicalId, property, got: resource.show(property) }];
    });
  },
  good: { 'a function of the account': workspace({ Enabled: true, LambdaFunctionArn: own }) },
  bad: {
    'nobody is asked': workspace({}),
    'switched off': workspace({ Enabled: false, LambdaFunctionArn: own }),
    'a function nobody can see': workspace({ Enabled: true, LambdaFunctionArn: own }, 'AWSClientVPN-other'),
    'a function of another account': workspace({
      Enabled: true,
      LambdaFunctionArn: arn('999999999999', 'AWSClientVPN-lpo'),
    }),
    'a name that AWS refuses': workspace(
      { Enabled: true, LambdaFunctionArn: arn('200000000001', 'lpo') },
      'lpo',
    ),
  },
});
