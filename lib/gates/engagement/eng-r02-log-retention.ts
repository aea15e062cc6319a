import type { Matter } from '../../config/vendor-schema.ts';
import { resolveProfile } from '../../profile/resolve-profile.ts';
import { eachMatter, type GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { policy, type Rule } from '../rule.ts';

export const logRetention: Rule = {
  id: 'ENG-R02',
  title: 'Logs and evidence are kept for the longest period any law on the matter asks for',
  severity: 'high',
  waivable: false,
  source: policy('log floor is the highest that applies, LPO-LOG-02'),
  check: (context) =>
    eachMatter(context, (matter) => [...classHits(context, matter), ...lawHits(context, matter)]),
};

const path = ['logRetentionDays'];
const fix = 'raise logRetentionDays; compliance mode cannot be shortened afterwards, so check it first';

function classHits({ config }: GateContext, matter: Matter): Hit[] {
  const days = config.organization.logRetentionDays;
  const { logRetentionFloorDays } = resolveProfile(matter);
  if (days >= logRetentionFloorDays) return [];
  const expected = `at least ${logRetentionFloorDays} for the classes of ${matter.id}`;
  return [{ file: 'organization', path, got: `${days} days`, expected, fix }];
}

function lawHits({ config, law, asOf }: GateContext, matter: Matter): Hit[] {
  const days = config.organization.logRetentionDays;
  return law.lawsOf(matter).flatMap((jurisdiction) =>
    jurisdiction.retention
      .filter(
        (duty) =>
          duty.days > days &&
          duty.condition === undefined &&
          (duty.effectiveFrom ?? '') <= asOf &&
          (duty.dataClasses === undefined ||
            duty.dataClasses.some((name) => matter.dataClasses.includes(name))),
      )
      .map(
        (duty): Hit => ({
          file: 'organization',
          path,
          got: `${days} days`,
          expected: `at least ${duty.days} days: ${jurisdiction.code}, ${duty.what}`,
          fix,
          source: {
            citation: duty.basis,
            asOf: jurisdiction.asOf,
            reviewBy: jurisdiction.reviewBy,
            confidence: duty.confidence,
          },
        }),
      ),
  );
}
