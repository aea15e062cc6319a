import { branches, firstSteps, type KillSwitchStep, lastSteps } from '../../model/kill-switch.ts';

/** Name under which a request that makes no sense ends the execution, before anything was touched. */
const badRequest = 'BadRequest';

/**
 * The state machine in Amazon States Language: check, then every step, then the summary.
 *
 * A step that fails is tried four times; then its error becomes its report and the next step runs. There is
 * no path that skips a step and none that undoes one.
 *
 * @param functionArn the one Lambda behind every step.
 */
export function killSwitchDefinition(functionArn: string): object {
  const task = (step: KillSwitchStep | 'check-request' | 'summarize') => ({
    Type: 'Task',
    Resource: functionArn,
    Parameters: { step, 'request.$': '$.request', 'reports.$': '$.reports' },
    Retry: [
      { ErrorEquals: [badRequest], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3 },
    ],
  });
  /** States for steps one after the other; the last one goes on to `after`, or ends. */
  const chain = (steps: readonly KillSwitchStep[], after?: string) =>
    Object.fromEntries(
      steps.map((step, index) => {
        const ResultPath = `$.reports['${step}']`;
        const Next = steps[index + 1] ?? after ?? `${step} ends`;
        const state = { ...task(step), TimeoutSeconds: 120, ResultPath, Next };
        return [step, { ...state, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath, Next }] }];
      }),
    );
  const branch = (steps: readonly KillSwitchStep[]) => {
    const end = `${steps.at(-1)} ends`;
    return { StartAt: steps[0], States: { ...chain(steps), [end]: { Type: 'Succeed' } } };
  };
  const gathered = [
    ...firstSteps.map((step) => [step, 0] as const),
    ...branches.flatMap((steps, index) => steps.map((step) => [step, index] as const)),
  ].map(([step, index]) => [`${step}.$`, `$[${index}].reports['${step}']`] as const);
  return {
    Comment: 'Suspends a vendor, a matter or one person. Nothing here turns anything on.',
    StartAt: 'receive',
    States: {
      receive: {
        Type: 'Pass',
        Parameters: { 'request.$': '$', reports: {} },
        Next: 'check-request',
      },
      'check-request': { ...task('check-request'), ResultPath: '$.request', Next: firstSteps[0] },
      ...chain(firstSteps, 'cut-off'),
      'cut-off': {
        Type: 'Parallel',
        Branches: branches.map(branch),
        ResultSelector: { 'request.$': '$[0].request', reports: Object.fromEntries(gathered) },
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: "$.reports['cut-off']", Next: lastSteps[0] }],
        Next: lastSteps[0],
      },
      ...chain(lastSteps, 'summarize'),
      summarize: { ...task('summarize'), End: true },
    },
  };
}
