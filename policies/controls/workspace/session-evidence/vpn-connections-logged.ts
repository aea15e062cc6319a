import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';

const group = {
  Type: 'AWS::Logs::LogGroup',
  Properties: { LogGroupName: '/lpo/meridian/vpn', KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
};
const stack = (ConnectionLogOptions: object, Group: object = group): ExampleStacks => ({
  'meridian/Logs': { Group: Group as typeof group },
  'meridian/Vpn': { Endpoint: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: { ConnectionLogOptions } } },
});
const on = { Enabled: true, CloudwatchLogGroup: '/lpo/meridian/vpn' };

export const check = assemblyCheck({
  control: 'LPO-WKS-03',
  name: 'vpn-connections-logged',
  expected: 'every VPN connection is logged to a log group of this assembly that has a customer managed key',
  fix: 'set ConnectionLogOptions.Enabled and CloudwatchLogGroup; give the group KmsKeyId',
  judge(view) {
    const endpoints = view.ofType('AWS::EC2::ClientVpnEndpoint');
    if (endpoints.length === 0) return 'not applicable';
    return endpoints.flatMap(({ stack, resource }) => {
      const name = resource.text('ConnectionLogOptions.CloudwatchLogGroup');
      const target = view.target(resource.get('ConnectionLogOptions.CloudwatchLogGroup'), stack);
      const found = view
        .ofType('AWS::Logs::LogGroup')
        .some(
          (one) =>
            (one === target || (name !== undefined && one.resource.text('LogGroupName') === name)) &&
            one.stack.account === stack.account &&
            one.resource.get('KmsKeyId') !== undefined,
        );
      const enabled = resource.text('ConnectionLogOptions.Enabled') === 'true';
      return enabled && found
        ? []
        : [
            {
              stack: stack.id,
              logicalId: resource.logicalId,
              property: 'ConnectionLogOptions',
              got: enabled
                ? `${name ?? 'no log group'}, not an encrypted group of this assembly`
                : 'disabled',
            },
          ];
    });
  },
  good: { logged: stack(on) },
  bad: {
    off: stack({ ...on, Enabled: false }),
    'no group': stack({ Enabled: true }),
    'a group elsewhere': stack({ ...on, CloudwatchLogGroup: '/elsewhere' }),
    'a group without a key': stack(on, {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: '/lpo/meridian/vpn' },
    }),
  },
});
