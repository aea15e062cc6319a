import { fact } from '../cases/fact';
import { escalates } from './actions';
import type { ProofStatement } from './proof-statement';
import { both, doing, inVendorAccount, isDeployment, isPipeline, not, showing } from './select';

export const rolesCannotEscalate: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'custody',
  title:
    "Nobody but the deployment can widen anyone's power: no policy writes, role passing, grants to people, new network paths",
  property: 'never',
  controls: ['LPO-IDN-02', 'LPO-IDN-04'],
  assert: ({ world, cases }) => [
    {
      subject: 'roles of the templates',
      claim: {
        region: [doing(...escalates, 'kms:CreateGrant')],
        cases: cases.onAnything(({ role }) => role === 'template'),
      },
    },
    {
      subject: 'everyone else in the account',
      claim: {
        region: [doing(...escalates)],
        cases: cases.onAnything(both(inVendorAccount(world), both(not(isDeployment), not(isPipeline)))),
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
