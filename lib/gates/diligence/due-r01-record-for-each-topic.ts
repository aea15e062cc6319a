import { diligenceTopics } from '../../config/records/diligence-schema.ts';
import { type Rule, statute } from '../rule.ts';

export const recordForEachTopic: Rule = {
  id: 'DUE-R01',
  title: 'No vendor without an answer to every question of the diligence',
  severity: 'high',
  waivable: false,
  source: statute('ABA Formal Opinion 08-451; Model Rule 5.3'),
  check: ({ vendor }) => {
    const { diligence } = vendor;
    if (!diligence)
      return [
        {
          path: [],
          got: 'no diligence',
          expected: 'a diligence record',
          fix: 'add "diligence" to the vendor file',
        },
      ];
    const answered = new Set(diligence.records.map(({ topic }) => topic));
    return diligenceTopics
      .filter((topic) => !answered.has(topic))
      .map((topic) => ({
        path: ['diligence', 'records'],
        got: `nothing on ${topic}`,
        expected: `a record of topic ${topic}`,
        fix: 'ask the vendor, keep the evidence, record its hash',
      }));
  },
};
