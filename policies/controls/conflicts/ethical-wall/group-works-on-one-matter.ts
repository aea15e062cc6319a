import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';

const rule = (AccessGroupId: string, Description: string) => ({
  Type: 'AWS::EC2::ClientVpnAuthorizationRule',
  Properties: { AccessGroupId, Description, TargetNetworkCidr: '10.20.0.0/27' },
});
const stack = (one: string, other: string): ExampleStacks => ({
  'meridian/Vpn': { One: rule(one, 'm-7f3a9c-reviewer'), Other: rule(other, 'm-2be41d-reviewer') },
});

/** A rule's description names the matter and function it is for; a group that serves two joins them. */
export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'group-works-on-one-matter',
  expected: 'an identity-provider group has VPN rules for one matter or one vendor function only',
  fix: 'give each matter and function a group of its own, and name it in the rule’s Description',
  judge(view) {
    const rules = view.ofType('AWS::EC2::ClientVpnAuthorizationRule');
    if (rules.length === 0) return 'not applicable';
    const purposes = new Map<string, string>();
    return rules.flatMap(({ stack, resource }) => {
      const group = resource.text('AccessGroupId') ?? '';
      const purpose = resource.text('Description') ?? '';
      const first = purposes.get(group) ?? purpose;
      purposes.set(group, first);
      const at = { stack: stack.id, logicalId: resource.logicalId };
      if (purpose === '') return [{ ...at, property: 'Description', got: 'absent' }];
      return first === purpose
        ? []
        : [{ ...at, property: 'AccessGroupId', got: `${group} serves ${first} and ${purpose}` }];
    });
  },
  good: { 'a group each': stack('g-1', 'g-2') },
  bad: {
    'one group for two': stack('g-1', 'g-1'),
    'no purpose': { 'meridian/Vpn': { One: rule('g-1', '') } },
  },
});
