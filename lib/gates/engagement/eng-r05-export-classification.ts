import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

const controlled = ['UNPUBLISHED_INVENTION', 'SOURCE_CODE', 'EXPORT_EAR', 'EXPORT_ITAR'] as const;

export const exportClassification: Rule = {
  id: 'ENG-R05',
  title: 'Technical material is classified for export before anybody abroad sees it',
  severity: 'high',
  waivable: false,
  source: statute('15 CFR 734.18; 22 CFR 120.56'),
  check: (context) =>
    eachMatter(context, (matter, at) => {
      const what =
        matter.type === 'ip' ? 'an ip matter' : controlled.find((name) => matter.dataClasses.includes(name));
      if (!what || (matter.exportClassification && matter.exportClassification.date <= context.asOf))
        return [];
      return [
        {
          path: at('dataClasses'),
          got: `${what} without exportClassification`,
          expected: 'a classification by a named person',
          fix: 'have it classified and record it',
        },
      ];
    }),
};
