import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const storagePlace: Rule = {
  id: 'JUR-R02',
  title: 'Data is stored where it comes from, or somebody has said why not',
  severity: 'high',
  waivable: true,
  source: statute('GDPR Art. 44; UK GDPR Art. 44'),
  check: (context) => {
    const { law, vendor } = context;
    const place = law.placeOfRegion(vendor.region);
    if (place === undefined)
      return [
        {
          path: ['region'],
          got: `${vendor.region}, whose legal place is not on file`,
          expected: 'a region of lib/law/regions.yaml',
          fix: 'add the region with its legal place, or choose another',
        },
      ];
    return eachMatter(context, (matter, at) =>
      matter.origins.flatMap((origin, index) =>
        law.sameTerritory(origin, place) || matter.storagePlaceReason || !law.of(origin)
          ? []
          : [
              {
                path: at('origins', index),
                got: `data from ${origin} stored in ${place} (${vendor.region})`,
                expected: `a region inside ${law.territory(origin)}, or storagePlaceReason`,
                fix: 'move the workspace, or record why it is stored there',
              },
            ],
      ),
    );
  },
};
