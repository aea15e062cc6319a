import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';

const group = (properties: object = {}) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { VpcId: 'v', ...properties },
});
const stack = (resources: Record<string, ReturnType<typeof group>>): ExampleStacks => ({
  'meridian/Network': resources,
});
const egress = {
  Type: 'AWS::EC2::SecurityGroupEgress',
  Properties: { VpcId: 'v', GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] } },
};

/** EC2 gives a group without any egress rule one that lets everything out. */
export const check = assemblyCheck({
  control: 'LPO-NET-01',
  name: 'security-groups-state-egress',
  expected: 'every security group has an egress rule of its own, be it one that matches nothing',
  fix: 'set allowAllOutbound to false, or add an egress rule',
  judge(view) {
    const groups = view.ofType('AWS::EC2::SecurityGroup');
    if (groups.length === 0) return 'not applicable';
    const rules = view.ofType('AWS::EC2::SecurityGroupEgress');
    return groups
      .filter(
        (group) =>
          group.resource.list('SecurityGroupEgress').length === 0 &&
          !rules.some(({ stack, resource }) => view.target(resource.get('GroupId'), stack) === group),
      )
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'SecurityGroupEgress',
        got: 'absent, which lets everything out',
      }));
  },
  good: {
    inline: stack({ Group: group({ SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32' }] }) }),
    'a rule of its own': stack({ Group: group(), Rule: egress }),
  },
  bad: {
    none: stack({ Group: group() }),
    'a rule of another group': stack({ Group: group(), Other: group(), Rule: egress }),
  },
});
