import { fact } from '../cases/fact';
import type { World } from '../world/world';
import { escalates } from './actions';
import type { ProofStatement } from './proof-statement';
import { both, doing, inVendorAccount, isDeployment, isPipeline, isRoleOf, not, showing } from './select';

const attach = 'iam:AttachRolePolicy';
/** The policies that deny everything, to a role or to one person; `kill-switch-only-takes-away` reads them. */
const isNotSuspension = ({ account, name }: World) =>
  fact(
    'ArnNotLike',
    'iam:PolicyARN',
    `arn:*:iam::${account}:policy/lpo-${name}-suspended`,
    `arn:*:iam::${account}:policy/lpo-${name}-suspended-p-*`,
  );

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
        cases: cases.onAnything(
          both(({ role }) => role === 'template', not(isRoleOf(world, ['containment']))),
        ),
      },
    },
    {
      subject: 'the kill switch: attach anything but the suspension',
      claim: {
        region: [doing(attach), showing(isNotSuspension(world))],
        cases: cases.onAnything(isRoleOf(world, ['containment'])),
      },
    },
    {
      subject: 'everyone else in the account',
      claim: {
        region: [doing(...escalates)],
        cases: cases.onAnything(
          both(
            inVendorAccount(world),
            both(not(isRoleOf(world, ['containment'])), both(not(isDeployment), not(isPipeline))),
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
