import { widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { both, inVendorAccount, isRoleOf, isStray, not, notNamedLikeOurs } from '../authoring/select.ts';
import { fact, is } from '../cases/fact.ts';
import type { Condition, Selector } from '../policy/statement.ts';

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
    'No request of the vendor account outside the pinned regions is allowed, whatever policies the caller has, and in the Region of recovery none but a backup role’s',
  property: 'never',
  controls: ['LPO-JUR-01'],
  assert: ({ world, cases, matters }) => {
    const home = new Set(matters.flatMap(({ documents }) => documents.map(({ region }) => region)));
    const recovery = world.regions.filter((region) => !home.has(region));
    const others = both(inVendorAccount(world), not(isRoleOf(world, ['backup'])));
    const asked = (where: Condition): Selector => ({
      actions: { negated: true, patterns: global },
      conditions: [where],
    });
    return [
      {
        subject: world.regions.join(', '),
        claim: {
          region: [asked(fact('StringNotEquals', 'aws:RequestedRegion', ...world.regions))],
          cases: cases.onAnything(inVendorAccount(world)).map(widened),
        },
      },
      ...recovery.flatMap((region) => {
        const there = asked(is('aws:RequestedRegion', region));
        return [
          {
            subject: `${region}: anybody but the backup roles`,
            claim: { region: [there], cases: cases.onAnything(both(others, not(isStray))).map(widened) },
          },
          {
            subject: `${region}: roles that no template makes`,
            claim: {
              region: [there, notNamedLikeOurs(world)],
              cases: cases.onAnything(both(others, isStray)).map(widened),
            },
          },
        ];
      }),
    ];
  },
};
