import { resourceCheck } from '../../../authoring/check.ts';
import { expectPresent, expectValue } from '../../../authoring/expect.ts';

const switches = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const all = Object.fromEntries(switches.map((name) => [name, true]));
const accessPoint = (properties: object) => ({
  Type: 'AWS::S3::AccessPoint',
  Properties: {
    Bucket: 'b',
    VpcConfiguration: { VpcId: 'vpc-1' },
    PublicAccessBlockConfiguration: all,
    ...properties,
  },
});

export const check = resourceCheck({
  control: 'LPO-DAT-02',
  name: 'access-point-is-private',
  expected: 'the access point answers inside one VPC only and blocks public access',
  fix: 'give VpcConfiguration.VpcId and set PublicAccessBlockConfiguration to true four times',
  types: ['AWS::S3::AccessPoint'],
  judge: (resource) => [
    ...switches.flatMap((name) => expectValue(resource, `PublicAccessBlockConfiguration.${name}`, true)),
    ...expectPresent(resource, 'VpcConfiguration.VpcId'),
  ],
  good: { 'inside a VPC': accessPoint({}) },
  bad: {
    ...Object.fromEntries(
      switches.map((name) => [
        name,
        accessPoint({ PublicAccessBlockConfiguration: { ...all, [name]: false } }),
      ]),
    ),
    'from the internet': accessPoint({ VpcConfiguration: undefined }),
  },
});
