import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const knownPlaces: Rule = {
  id: 'JUR-R01',
  title: 'Every origin and every place of access is one whose law is on file',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 44'),
  check: (context) =>
    eachMatter(context, (matter, at) => [
      ...matter.origins.flatMap((origin, index) => {
        const known = context.law.of(origin);
        if (known) return [];
        const [country = ''] = origin.split('-');
        const parts = context.law.territory(country) !== undefined;
        return [
          {
            path: at('origins', index),
            got: `origin ${origin}${parts ? ', a country whose law differs by state' : ''}`,
            expected: parts
              ? `a state whose law is on file, such as ${country}-NY`
              : 'a place with a file in lib/law/jurisdictions or config/law',
            fix: parts ? 'name the state' : 'research the place and add its file, or remove the origin',
          },
        ];
      }),
      ...matter.accessCountries.flatMap((country, index) =>
        context.law.territory(country) !== undefined
          ? []
          : [
              {
                path: at('accessCountries', index),
                got: `access from ${country}`,
                expected: 'a place with a file in lib/law/jurisdictions or config/law',
                fix: 'research the place and add its file, or remove the country',
              },
            ],
      ),
    ]),
};
