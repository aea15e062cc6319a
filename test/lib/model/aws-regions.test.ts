import { RegionInfo } from 'aws-cdk-lib/region-info';
import { partitionOfRegion, regionNames } from '../../../lib/model/aws-regions.ts';

test("the region list is the CDK's", () => {
  expect([...regionNames].sort()).toEqual(RegionInfo.regions.map(({ name }) => name).sort());
});

test.each(RegionInfo.regions.map(({ name, partition }) => [name, partition]))(
  '%s lies in %s',
  (name, partition) => {
    expect(partitionOfRegion.get(name)).toBe(partition);
  },
);
