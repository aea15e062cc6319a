import { tiers } from '../../profile/class-floors.ts';
import { resolveVendorProfile } from '../../profile/resolve-profile.ts';
import { policy, type Rule } from '../rule.ts';

export const vendorTier: Rule = {
  id: 'ENG-R04',
  title: 'A vendor is diligenced at the tier of its most sensitive matter',
  severity: 'high',
  waivable: false,
  source: policy('risk tiers, LPO-VEN-04'),
  check: ({ vendor }) => {
    const tier = vendor.diligence?.riskTier;
    const { tier: needed } = resolveVendorProfile(vendor);
    if (!tier || tiers.indexOf(tier) >= tiers.indexOf(needed)) return []; // DUE-R01 asks for the record
    return [
      {
        path: ['diligence', 'riskTier'],
        got: tier,
        expected: needed,
        fix: `repeat the diligence at tier ${needed}`,
      },
    ];
  },
};
