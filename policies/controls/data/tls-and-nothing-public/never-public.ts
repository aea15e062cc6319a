import { type Deviation, resourceCheck } from '../../../authoring/check.ts';

/** Type, property, the only value that keeps it private. Source: the CloudFormation reference of each type. */
const rules: readonly (readonly [string, string, string | number | boolean])[] = [
  ['AWS::DMS::ReplicationInstance', 'PubliclyAccessible', false],
  ['AWS::EC2::Instance', 'NetworkInterfaces.0.AssociatePublicIpAddress', false],
  ['AWS::Lambda::Url', 'AuthType', 'AWS_IAM'],
  ['AWS::MSK::Cluster', 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type', 'DISABLED'],
  ['AWS::RDS::DBInstance', 'PubliclyAccessible', false],
  ['AWS::Redshift::Cluster', 'PubliclyAccessible', false],
  ['AWS::Transfer::Server', 'EndpointType', 'VPC'],
];

/** Types that exist to serve or share outside the organization. */
const outward = [
  'AWS::CloudFront::Distribution',
  'AWS::ECR::PublicRepository',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::GlobalAccelerator::Accelerator',
  'AWS::RAM::ResourceShare',
  'AWS::S3::MultiRegionAccessPoint',
];

const database = (PubliclyAccessible: unknown) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { PubliclyAccessible },
});

export const check = resourceCheck({
  control: 'LPO-DAT-02',
  name: 'never-public',
  expected: 'nothing is reachable from the internet or shared outside the organization',
  fix: 'make the resource private, or remove it',
  types: [...new Set(rules.map(([type]) => type)), ...outward],
  judge(resource): Deviation[] {
    if (outward.includes(resource.type))
      return [{ property: 'Type', got: resource.type, expected: 'no such resource' }];
    return rules.flatMap(([type, property, wanted]) => {
      if (type !== resource.type) return [];
      const value = resource.get(property);
      return value === wanted || value === `${wanted}`
        ? []
        : [{ property, got: resource.show(property), expected: `${property} is ${wanted}` }];
    });
  },
  good: { 'a private database': database(false) },
  bad: {
    'a public database': database(true),
    'decided by a default': database(undefined),
    'an open function URL': { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE' } },
    'a distribution': { Type: 'AWS::CloudFront::Distribution' },
    'a share': { Type: 'AWS::RAM::ResourceShare' },
  },
});
