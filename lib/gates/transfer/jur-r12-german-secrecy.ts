import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const germanSecrecy: Rule = {
  id: 'JUR-R12',
  title: "German lawyers' secrets go abroad under comparable protection and a written undertaking",
  severity: 'high',
  waivable: false,
  source: statute('BRAO s.43e(3)-(4)'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      // EU without a member state may be Germany.
      if (!matter.origins.some((origin) => origin.startsWith('DE') || origin === 'EU')) return [];
      if (matter.secrecyUndertaking) return [];
      return matter.accessCountries.flatMap((country, index) =>
        context.law.territory(country) === 'EU'
          ? []
          : [
              {
                path: at('accessCountries', index),
                got: `secrets of a German lawyer seen from ${country}, no secrecyUndertaking`,
                expected: 'a note on comparable protection and an undertaking in text form',
                fix: 'record secrecyUndertaking, or remove the country',
              },
            ],
      );
    }),
};
