import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import { accountsIn } from '../../../template/arn.ts';
import { vendorsIn } from '../../../template/names.ts';

const network = (vendor: string) => vpc({ Tags: tags({ 'lpo:vendor': vendor }) });
const stacks = (second: string, policy: object = {}): ExampleStacks => ({
  'luzon/Network': { account: second, template: { Resources: { Vpc: network('luzon') } } },
  'meridian/Network': {
    Vpc: network('meridian'),
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { ...policy } },
  },
});

/** The account is the wall: it must hold one vendor, and no other vendor's stacks may name it. */
export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'one-vendor-in-one-account',
  expected:
    'each vendor has an account of its own, and nothing of one vendor names another vendor or its account',
  fix: 'give the vendor an account of its own; remove the other vendor’s account or slug from the policy',
  judge(view) {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    const bySlug = new Map(vendors.map((vendor) => [vendor.vendor, vendor]));
    const byAccount = new Map(vendors.map(({ account, vendor }) => [account, vendor]));
    return view.resources.flatMap(({ stack, resource }) => {
      const at = { stack: stack.id, logicalId: resource.logicalId };
      const tagged = resource.tags['lpo:vendor'];
      const own = tagged ?? stack.id.split('/')[0];
      const owner = byAccount.get(stack.account ?? '');
      const shared =
        tagged !== undefined && owner !== undefined && owner !== tagged
          ? [{ ...at, property: 'Tags lpo:vendor', got: `${tagged} in the account of ${owner}` }]
          : [];
      if (!bySlug.has(own ?? '')) return shared;
      const named = new Set([
        ...accountsIn(resource.json).map((account) => byAccount.get(account)),
        ...vendorsIn(resource.json).map((slug) => bySlug.get(slug)?.vendor),
      ]);
      const others = [...named].filter((vendor) => vendor !== undefined && vendor !== own);
      return [
        ...shared,
        ...others.map((vendor) => ({
          ...at,
          property: 'Properties',
          got: `names ${vendor} from ${own}`,
        })),
      ];
    });
  },
  good: { apart: stacks('200000000002') },
  bad: {
    'two in one account': stacks('200000000001'),
    'another account in a policy': stacks('200000000002', {
      PolicyDocument: { Principal: 'arn:aws:iam::200000000002:root' },
    }),
    'another vendor’s bucket': stacks('200000000002', {
      Bucket: 'lpo-luzon-m-58d7b2-200000000002-us-east-1',
    }),
  },
});
