import { partitionOfRegion } from '../../model/aws-regions.ts';
import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const recoveryPlace: Rule = {
  id: 'JUR-R18',
  title: 'Copies stay in the jurisdiction of the data, or somebody has said why not',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 44, 28(3)(a)'),
  check: (context) => {
    const { vendor, law } = context;
    const region = vendor.recoveryRegion;
    if (!region) return [];
    const place = law.placeOfRegion(region);
    const storage = law.placeOfRegion(vendor.region);
    const path = ['recoveryRegion'];
    if (!place)
      return [
        {
          path,
          got: `${region}, whose legal place is not on file`,
          expected: 'a region of lib/law/regions.yaml',
          fix: 'add the region with its legal place, or choose another',
        },
      ];
    if (partitionOfRegion.get(region) !== partitionOfRegion.get(vendor.region))
      return [
        {
          path,
          got: `${region}, in another partition than ${vendor.region}`,
          expected: `a region of ${partitionOfRegion.get(vendor.region)}`,
          fix: 'choose another recovery region; no copy crosses partitions',
        },
      ];
    const withStorage = storage !== undefined && law.sameTerritory(place, storage);
    return eachMatter(context, (matter) =>
      matter.recoveryPlaceReason ||
      withStorage ||
      matter.origins.every((origin) => law.sameTerritory(origin, place))
        ? []
        : [
            {
              path,
              got: `copies in ${place} (${region}) of data from ${matter.origins.join(', ')}`,
              expected: 'the jurisdiction of the data, or recoveryPlaceReason',
              fix: 'choose another recovery region, or record the exception',
            },
          ],
    );
  },
};
