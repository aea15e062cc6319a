import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { runsDaily } from '../../../reading/schedule-interval.ts';

const example = (rule: object, permission: object = {}): ExampleStacks => ({
  'a/Vpn': {
    account: '200000000001',
    region: 'eu-west-2',
    template: {
      Resources: {
        Endpoint: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: {} },
        Sweep: { Type: 'AWS::Lambda::Function', Properties: {} },
        Permission: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: { 'Fn::GetAtt': ['Sweep', 'Arn'] },
            Principal: 'events.amazonaws.com',
            SourceArn: { 'Fn::GetAtt': ['Rule', 'Arn'] },
            ...permission,
          },
        },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'cron(0 2 * * ? *)',
            Targets: [{ Id: 'S', Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] } }],
            ...rule,
          },
        },
      },
    },
  },
});

export const check = assemblyCheck({
  control: 'LPO-PPL-04',
  name: 'sessions-swept-nightly',
  expected:
    'beside a VPN endpoint a function runs at least daily and ends sessions of people whose records lapsed',
  fix: 'add an enabled schedule, daily or more often, whose target is a function of the same account',
  judge(view) {
    return view.ofType('AWS::EC2::ClientVpnEndpoint').flatMap(({ stack, resource }) => {
      const schedules = view
        .ofType('AWS::Events::Rule')
        .filter((rule) => rule.stack.account === stack.account && rule.stack.region === stack.region)
        .filter((rule) => runsDaily(`${rule.resource.text('ScheduleExpression')}`))
        .filter((rule) => rule.resource.get('State') !== 'DISABLED')
        .filter((rule) =>
          rule.resource.list('Targets').some((_, index) => {
            const swept = view.target(rule.resource.get(`Targets.${index}.Arn`), rule.stack);
            return (
              swept?.resource.type === 'AWS::Lambda::Function' &&
              view
                .ofType('AWS::Lambda::Permission')
                .some(
                  ({ stack: at, resource: permission }) =>
                    view.target(permission.get('FunctionName'), at) === swept &&
                    permission.text('Principal') === 'events.amazonaws.com' &&
                    view.target(permission.get('SourceArn'), at) === rule,
                )
            );
          }),
        );
      return schedules.length > 0
        ? []
        : [{ stack: stack.id, logicalId: resource.logicalId, property: 'account', got: 'no daily sweep' }];
    });
  },
  good: {
    nightly: example({}),
    hourly: example({ ScheduleExpression: 'rate(1 hour)' }),
    'twice a day': example({ ScheduleExpression: 'cron(5 2,14 * * ? *)' }),
  },
  bad: {
    weekly: example({ ScheduleExpression: 'rate(7 days)' }),
    'on Mondays': example({ ScheduleExpression: 'cron(0 2 ? * MON *)' }),
    'at no hour of the day': example({ ScheduleExpression: 'cron(0 25 * * ? *)' }),
    disabled: example({ State: 'DISABLED' }),
    'for nobody': example({ Targets: [] }),
    'that may not be called': example({}, { Principal: 's3.amazonaws.com' }),
  },
});
