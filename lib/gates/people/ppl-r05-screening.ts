import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const screening = personRule({
  id: 'PPL-R05',
  title: 'People near sensitive classes of data are screened',
  severity: 'high',
  waivable: false,
  source: policy('screening by class of data, LPO-PPL-03'),
  checkPosting: ({ asOf }, { person, profile, matter, at }) => {
    if (!profile.screening) return [];
    const done = person.screening;
    if (done && done.result === 'clear' && done.date <= asOf && asOf <= done.expiresOn) return [];
    return [
      {
        path: done ? at('screening', done.result === 'clear' ? 'expiresOn' : 'result') : at(),
        got: `${person.id}: ${done ? `screening ${done.result}, good from ${done.date} to ${done.expiresOn}` : 'no screening'}`,
        expected: `a clear screening good on ${asOf}, for ${matter.id}`,
        fix: 'have the person screened, or end the assignment',
      },
    ];
  },
});
