import { resourceCheck } from '../../../authoring/check.ts';
import { resourcePolicies } from '../../../reading/resource-policies.ts';

const vault = (Action: unknown, more: object = {}) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: {
    AccessPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::200000000001:role/x' },
          Action,
          Resource: '*',
          ...more,
        },
      ],
    },
  },
});

export const check = resourceCheck({
  control: 'LPO-DAT-02',
  name: 'resource-policy-names-its-actions',
  expected: 'an Allow in a resource policy or a trust policy spells out its actions',
  fix: 'replace the wildcard by the actions that are needed',
  types: Object.keys(resourcePolicies),
  judge(resource) {
    const path = resourcePolicies[resource.type] as string;
    if (resource.get(path) === undefined) return 'not applicable';
    return resource
      .statements(path)
      .filter(
        ({ effect, actions, notActions }) =>
          effect === 'Allow' && (notActions.length > 0 || actions.some((action) => action.includes('*'))),
      )
      .map(({ path: property, name, actions }) => ({
        property,
        got: `${name} allows ${actions.filter((action) => action.includes('*')).join(', ') || 'NotAction'}`,
      }));
  },
  good: {
    'one action': vault('backup:CopyIntoBackupVault'),
    'a wildcard in a Deny': vault('backup:*', { Effect: 'Deny' }),
  },
  bad: {
    'every action': vault('*'),
    'a whole service': vault(['backup:CopyIntoBackupVault', 'backup:*']),
    'all but one': vault(undefined, { NotAction: 'backup:DeleteBackupVault' }),
  },
});
