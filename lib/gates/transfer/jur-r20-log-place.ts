import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const logPlace: Rule = {
  id: 'JUR-R20',
  title: 'A duty to keep logs in one country does not clash unseen with a ban on export from another',
  severity: 'medium',
  waivable: true,
  source: statute('CERT-In Directions of 28 April 2022'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      if (matter.logPlaceDecision) return [];
      const restricted = matter.origins.find(
        (origin) => context.law.of(origin)?.transfers.rule === 'restricted',
      );
      if (!restricted) return [];
      return matter.accessCountries.flatMap((country, index) => {
        const duty = context.law.of(country)?.retention.find(({ inside }) => inside);
        if (!duty || context.law.sameTerritory(country, restricted)) return [];
        return [
          {
            path: at('accessCountries', index),
            got: `${country} keeps ${duty.what} inside for ${duty.days} days; ${restricted} restricts export`,
            expected: 'logPlaceDecision',
            fix: 'let the vendor keep its own endpoint logs there, keep access logs at the origin, record it',
          },
        ];
      });
    }),
};
