import { daysBetween } from '../../model/days.ts';
import type { Hit, HitFile } from '../hit.ts';
import { policy, type Rule, reviewed } from '../rule.ts';

const warnDays = 30;

export const staleLaw: Rule = {
  id: 'JUR-R16',
  title: 'The law on file was reviewed recently enough to build on',
  severity: 'high',
  waivable: true,
  source: policy('register of law with review dates, LPO-GOV-02'),
  check: ({ vendor, law, config, asOf }) => {
    const laws = [...new Set(vendor.matters.flatMap((matter) => law.lawsOf(matter)))];
    const files: [string, HitFile, string][] = [
      ...laws.map(({ code, reviewBy }): [string, HitFile, string] => [code, { law: code }, reviewBy]),
      ['the region table', 'regions', config.regions.reviewBy],
      ['the deny lists', 'denyLists', config.denyLists.reviewBy],
      ['the rules of this version', 'organization', reviewed.reviewBy],
    ];
    return files.flatMap(([name, file, reviewBy]): Hit[] => {
      const left = daysBetween(asOf, reviewBy);
      if (left > warnDays) return [];
      return [
        {
          file,
          path: file === 'organization' ? [] : ['reviewBy'],
          got: `${name}: review ${left < 0 ? 'was' : 'is'} due on ${reviewBy}`,
          expected: `a review date after ${asOf}`,
          fix:
            file === 'organization'
              ? 'take a newer version of this blueprint'
              : 'check the sources, then set asOf and reviewBy',
          ...(left < 0 ? {} : { severity: 'medium' as const }),
        },
      ];
    });
  },
};
