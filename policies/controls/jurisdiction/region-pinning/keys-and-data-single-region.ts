import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { key } from '../../../authoring/fixtures/key.ts';

/** Type, property: what sends content to another region when it is there. */
const surfaces: readonly (readonly [string, string])[] = [
  ['AWS::DynamoDB::GlobalTable', 'Replicas'],
  ['AWS::ECR::ReplicationConfiguration', 'ReplicationConfiguration'],
  ['AWS::KMS::Key', 'MultiRegion'],
  ['AWS::KMS::ReplicaKey', 'PrimaryKeyArn'],
  ['AWS::RDS::GlobalCluster', 'SourceDBClusterIdentifier'],
  ['AWS::S3::Bucket', 'ReplicationConfiguration'],
  ['AWS::S3::MultiRegionAccessPoint', 'Regions'],
  ['AWS::SES::MultiRegionEndpoint', 'Details'],
  ['AWS::SecretsManager::Secret', 'ReplicaRegions'],
];

const regional = (MultiRegion?: unknown) => key(MultiRegion === undefined ? {} : { MultiRegion });

export const check = resourceCheck({
  control: 'LPO-JUR-01',
  name: 'keys-and-data-single-region',
  expected: 'no multi-Region key, no replication to another region',
  fix: 'remove the property; in-jurisdiction copies are made by AWS Backup to a named vault',
  types: surfaces.map(([type]) => type),
  judge: (resource) =>
    surfaces.flatMap(([type, property]): Deviation[] => {
      const value = resource.get(property);
      return type !== resource.type || value === undefined || value === false || value === 'false'
        ? []
        : [{ property, got: resource.show(property) }];
    }),
  good: { 'a single-region key': regional(false), 'by default': regional() },
  bad: {
    'a multi-Region key': regional(true),
    'decided at deployment': regional({ Ref: 'Multi' }),
    'a replicated bucket': {
      Type: 'AWS::S3::Bucket',
      Properties: { ReplicationConfiguration: { Rules: [] } },
    },
    'a replicated secret': {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { ReplicaRegions: [{ Region: 'us-east-1' }] },
    },
  },
});
