import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { matterName } from '../../../template/names.ts';

const actions = ['s3:PutObjectLegalHold', 's3:PutObjectRetention'];
const except = (name: string) => ({ ArnNotLike: { 'aws:PrincipalArn': roleArn(name) } });

export const check = guardrailDeny({
  control: 'LPO-DAT-07',
  name: 'holds-set-by-administrators',
  expected: 'an SCP denies setting legal holds and retention to all but the matters’ administrators',
  fix: `deny ${actions.join(' and ')} with ArnNotLike aws:PrincipalArn role/lpo-<vendor>-m-*-matter-administrator`,
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [{ actions, trigger: [], exempting: [exceptRoles('matterAdministrator')] }],
  good: {
    administrators: [
      { Action: actions, Condition: except(matterName('meridian', 'm-*', 'matterAdministrator')) },
    ],
  },
  bad: {
    'holds only': [
      {
        Action: actions.slice(0, 1),
        Condition: except(matterName('meridian', 'm-*', 'matterAdministrator')),
      },
    ],
    'any role of a matter': [{ Action: actions, Condition: except('lpo-meridian-m-*') }],
  },
});
