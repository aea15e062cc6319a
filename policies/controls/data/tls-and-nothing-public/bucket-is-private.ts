import { resourceCheck } from '../../../authoring/check.ts';
import { expectAbsent, expectValue } from '../../../authoring/expect.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';

const switches = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const all = Object.fromEntries(switches.map((name) => [name, true]));
const owner = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };
const closed = (properties: object) =>
  bucket({ PublicAccessBlockConfiguration: all, OwnershipControls: owner, ...properties });

export const check = resourceCheck({
  control: 'LPO-DAT-02',
  name: 'bucket-is-private',
  expected: 'all four public access blocks are on, ACLs are off, and the bucket serves no website',
  fix: 'set PublicAccessBlockConfiguration to true four times and ObjectOwnership to BucketOwnerEnforced',
  types: ['AWS::S3::Bucket'],
  judge: (resource) => [
    ...switches.flatMap((name) => expectValue(resource, `PublicAccessBlockConfiguration.${name}`, true)),
    ...expectValue(resource, 'OwnershipControls.Rules.0.ObjectOwnership', 'BucketOwnerEnforced'),
    ...expectAbsent(resource, 'AccessControl'),
    ...expectAbsent(resource, 'WebsiteConfiguration'),
    ...expectAbsent(resource, 'CorsConfiguration'),
    ...expectAbsent(resource, 'AccelerateConfiguration'),
  ],
  good: { closed: closed({}) },
  bad: {
    ...Object.fromEntries(
      switches.map((name) => [name, closed({ PublicAccessBlockConfiguration: { ...all, [name]: false } })]),
    ),
    'no block': closed({ PublicAccessBlockConfiguration: undefined }),
    'a public ACL': closed({ AccessControl: 'PublicRead' }),
    'ACLs on': closed({ OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }),
    'a website': closed({ WebsiteConfiguration: { IndexDocument: 'index.html' } }),
  },
});
