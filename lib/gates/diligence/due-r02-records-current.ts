import type { DiligenceTopic } from '../../config/records/diligence-schema.ts';
import { addDays, earlier } from '../../model/days.ts';
import type { Tier } from '../../profile/class-floors.ts';
import { policy, type Rule } from '../rule.ts';

/** Longest a vendor's answer stays good, by risk tier. */
const intervalDays: Readonly<Record<Tier, number>> = { standard: 730, high: 366, restricted: 183 };

/** Finances are looked at every year, whatever the tier. */
const topicDays: Partial<Record<DiligenceTopic, number>> = { finances: 366 };

export const recordsCurrent: Rule = {
  id: 'DUE-R02',
  title: 'Answers are repeated at the interval of the risk tier',
  severity: 'high',
  waivable: true,
  source: policy('re-attestation interval by tier, LPO-VEN-01 and LPO-VEN-04'),
  check: ({ vendor, asOf }) => {
    const { diligence } = vendor;
    return (diligence?.records ?? []).flatMap((record, index) => {
      const interval = intervalDays[diligence?.riskTier ?? 'restricted'];
      const due = addDays(record.date, Math.min(interval, topicDays[record.topic] ?? interval));
      const last = earlier(due, record.expiresOn);
      if (record.date <= asOf && asOf <= last) return [];
      // A newer record of the same topic takes its place.
      const newer = diligence?.records.some(
        ({ topic, date }) => topic === record.topic && date > record.date && date <= asOf,
      );
      if (newer) return [];
      return [
        {
          path: ['diligence', 'records', index, record.date > asOf ? 'date' : 'expiresOn'],
          got: `${record.topic}: good from ${record.date} to ${last}`,
          expected: `good on ${asOf}`,
          fix: 'ask again and record the new answer',
        },
      ];
    });
  },
};
