import { summarize } from '../../../../lib/functions/kill-switch/summarize.ts';
import { containmentSteps } from '../../../../lib/model/kill-switch.ts';

const done = (step: string) => ({ step, status: 'done', done: ['x'], already: [], failed: [] });
const all = Object.fromEntries(containmentSteps.map((step) => [step, done(step)]));

test('complete is only what every step says is done', () => {
  expect(summarize(all)).toMatchObject({ outcome: 'complete', notDone: [] });
});

test('a step that is incomplete and names nothing is not done', () => {
  const reports = { ...all, 'disable-keys': { ...done('disable-keys'), status: 'incomplete' } };
  expect(summarize(reports)).toMatchObject({
    outcome: 'incomplete',
    notDone: ['disable-keys: incomplete, without saying why'],
  });
});

test('a step without a report, and one whose report is no report, are not done', () => {
  const { 'suspend-roles': _, ...without } = all;
  expect(summarize(without).notDone).toEqual(['suspend-roles: never ran']);
  expect(summarize({ ...all, 'disable-keys': 'yes' }).outcome).toBe('incomplete');
});
