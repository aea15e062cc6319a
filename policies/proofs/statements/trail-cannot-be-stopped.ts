import type { ProofStatement } from '../authoring/proof-statement.ts';
import { both, doing, inVendorAccount, isDeployment, not } from '../authoring/select.ts';

export const statement: ProofStatement = {
  id: 'trail-cannot-be-stopped',
  part: 'integrity',
  title:
    'Nobody in the vendor account can stop or delete the trail, and only the deployment can change what it records',
  property: 'never',
  controls: ['LPO-LOG-01'],
  assert: ({ world, cases }) => [
    {
      subject: 'stop or delete',
      claim: {
        region: [doing('cloudtrail:DeleteTrail', 'cloudtrail:StopLogging')],
        cases: cases.onAnything(inVendorAccount(world)),
      },
    },
    {
      subject: 're-scope',
      claim: {
        region: [
          doing(
            'cloudtrail:PutEventSelectors',
            'cloudtrail:PutInsightSelectors',
            'cloudtrail:UpdateTrail',
            'cloudtrail:PutEventConfiguration',
          ),
        ],
        cases: cases.onAnything(both(inVendorAccount(world), not(isDeployment))),
      },
    },
  ],
};
