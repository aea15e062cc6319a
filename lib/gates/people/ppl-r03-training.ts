import type { Hit } from '../hit.ts';
import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const training = personRule({
  id: 'PPL-R03',
  title: 'Training in every topic the matter needs is complete and has not expired',
  severity: 'high',
  waivable: true,
  source: policy('training by topic, LPO-PPL-02; ABA Model Rule 5.3'),
  checkPosting: ({ asOf }, { person, profile, at }) =>
    profile.training.flatMap((topic): Hit[] => {
      const records = person.training
        .map((record, index) => ({ record, index }))
        .filter(({ record }) => record.topic === topic);
      const good = records.filter(({ record }) => record.completedOn <= asOf && asOf <= record.expiresOn);
      if (good.some(({ record }) => record.recordedBy !== person.id)) return [];
      const last = good.at(-1) ?? records.at(-1);
      if (!last)
        return [
          {
            path: at(),
            got: `${person.id}: no training in ${topic}`,
            expected: `training in ${topic}`,
            fix: 'have it done and record it',
          },
        ];
      const own = good.length > 0;
      return [
        {
          path: at('training', last.index, own ? 'recordedBy' : 'expiresOn'),
          got: own
            ? `${person.id}: training in ${topic} recorded by the person`
            : `${person.id}: training in ${topic} good from ${last.record.completedOn} to ${last.record.expiresOn}`,
          expected: own ? 'another recorder' : `training good on ${asOf}`,
          fix: own ? 'have somebody else record it' : 'have it repeated and record it',
        },
      ];
    }),
});
