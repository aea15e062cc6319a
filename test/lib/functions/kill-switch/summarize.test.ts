import { containmentSteps } from '../../../../lib/functions/kill-switch/kill-switch-handler.ts';
import { summarize } from '../../../../lib/functions/kill-switch/summarize.ts';

const done = (step: string) => ({ step, status: 'done', done: ['x'], already: [], failed: [] });
const all = Object.fromEntries(containmentSteps.map((step) => [step, done(step)]));

test('complete is only what every step says is done', () => {
  expect(summarize(all, containmentSteps)).toMatchObject({ outcome: 'complete', notDone: [] });
});

test('a step that is incomplete and names nothing is not done', () => {
  const reports = { ...all, 'disable-keys': { ...done('disable-keys'), status: 'incomplete' } };
  expect(summarize(reports, containmentSteps)).toMatchObject({
    outcome: 'incomplete',
    notDone: ['disable-keys: incomplete, without saying why'],
  });
});

test('a step without a report, and one whose report is no report, are not done', () => {
  const { 'suspend-roles': _, ...without } = all;
  expect(summarize(without, containmentSteps).notDone).toEqual(['suspend-roles: never ran']);
  expect(summarize({ ...all, 'disable-keys': 'yes' }, containmentSteps).outcome).toBe('incomplete');
});
