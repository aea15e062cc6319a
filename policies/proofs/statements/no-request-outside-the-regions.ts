import { widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { inVendorAccount } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';

/** Services without a regional endpoint, and calls that hold no data; AWS answers them in one region only. */
const global = [
  'iam:*',
  'organizations:DescribeOrganization',
  'route53:AssociateVPCWithHostedZone',
  's3:ListAllMyBuckets',
  'sts:*',
];

export const statement: ProofStatement = {
  id: 'no-request-outside-the-regions',
  part: 'residency',
  title:
    'No request of the vendor account outside the pinned regions is allowed, whatever policies the caller has',
  property: 'never',
  controls: ['LPO-JUR-01'],
  assert: ({ world, cases }) => [
    {
      subject: world.regions.join(', '),
      claim: {
        region: [
          {
            actions: { negated: true, patterns: global },
            conditions: [fact('StringNotEquals', 'aws:RequestedRegion', ...world.regions)],
          },
        ],
        cases: cases.onAnything(inVendorAccount(world)).map(widened),
      },
    },
  ],
};
