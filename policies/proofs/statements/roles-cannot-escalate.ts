import { fact } from '../cases/fact';
import { escalates } from './actions';
import type { ProofStatement } from './proof-statement';
import { both, doing, inVendorAccount, isDeployment, isNamed, isPipeline, not, showing } from './select';

const attach = 'iam:AttachRolePolicy';
/** `lpo-<vendor>-suspended` denies everything; LPO-IDN-02 finds it if it ever allowed. */
const isNotSuspension = fact('ArnNotLike', 'iam:PolicyARN', 'arn:*:iam::*:policy/lpo-*-suspended');

export const rolesCannotEscalate: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'custody',
  title:
    "Nobody but the deployment can widen anyone's power: no policy writes (the kill switch attaches the suspension alone), role passing, grants to people, new network paths",
  property: 'never',
  controls: ['LPO-IDN-02', 'LPO-IDN-04'],
  assert: ({ world, cases }) => [
    {
      subject: 'roles of the templates',
      claim: {
        region: [doing(...escalates.filter((action) => action !== attach), 'kms:CreateGrant')],
        cases: cases.onAnything(({ role }) => role === 'template'),
      },
    },
    {
      subject: 'roles of the templates: attach a policy',
      claim: {
        region: [doing(attach)],
        cases: cases.onAnything(both(({ role }) => role === 'template', not(isNamed('-containment')))),
      },
    },
    {
      subject: 'the kill switch: attach anything but the suspension',
      claim: {
        region: [doing(attach), showing(isNotSuspension)],
        cases: cases.onAnything(isNamed('-containment')),
      },
    },
    {
      subject: 'everyone else in the account',
      claim: {
        region: [doing(...escalates)],
        cases: cases.onAnything(
          both(
            inVendorAccount(world),
            both(not(isNamed('-containment')), both(not(isDeployment), not(isPipeline))),
          ),
        ),
      },
    },
    {
      subject: 'the pipeline',
      claim: {
        region: [
          doing(
            ...escalates.filter(
              (action) => !action.startsWith('cloudformation:') && action !== 'iam:PassRole',
            ),
          ),
        ],
        cases: cases.onAnything(both(inVendorAccount(world), isPipeline)),
      },
    },
    {
      subject: 'grants to people',
      claim: {
        region: [
          doing('kms:CreateGrant'),
          showing(fact('BoolIfExists', 'kms:GrantIsForAWSResource', 'false')),
        ],
        cases: cases.onAnything(inVendorAccount(world)),
      },
    },
  ],
};
