import { RegionInfo } from 'aws-cdk-lib/region-info';
import { partitionOf } from '../../../policies/template/partition.ts';

test('every region of the CDK has its partition and the domain of its endpoints', () => {
  expect(RegionInfo.regions.length).toBeGreaterThan(30);
  expect(RegionInfo.regions.map(({ name }) => [name, partitionOf(name)])).toEqual(
    RegionInfo.regions.map(({ name, partition, domainSuffix }) => [
      name,
      { name: partition, suffix: domainSuffix },
    ]),
  );
});

test.each([undefined, '', 'London', 'us-east', 'eu-west-2a', 'aws-global'])('%j is no region', (name) => {
  expect(partitionOf(name)).toBeUndefined();
});
