import { killSwitchSteps } from '../../functions/kill-switch/kill-switch-steps.ts';
import type { Step } from '../../functions/kill-switch/step.ts';

/** Name under which a request that makes no sense ends the execution, before anything was touched. */
const badRequest = 'BadRequest';

/**
 * The state machine in Amazon States Language: check, then every step, then the summary.
 *
 * A step that fails is tried again; then its error becomes its report and the next step runs. There is
 * no path that skips a step and none that undoes one.
 *
 * @param functionArn the one Lambda behind every step.
 */
export function killSwitchDefinition(functionArn: string): object {
  const task = (step: string, retries = 3) => ({
    Type: 'Task',
    Resource: functionArn,
    Parameters: { step, 'request.$': '$.request', 'reports.$': '$.reports' },
    Retry: [
      { ErrorEquals: [badRequest], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: retries },
    ],
  });
  /** States for steps one after the other; the last one goes on to `after`, or ends. */
  const chain = (steps: readonly Step[], after?: string) =>
    Object.fromEntries(
      steps.map(({ name, timeoutSeconds = 120, retries }, index) => {
        const ResultPath = `$.reports['${name}']`;
        const Next = steps[index + 1]?.name ?? after ?? `${name} ends`;
        const state = { ...task(name, retries), TimeoutSeconds: timeoutSeconds, ResultPath, Next };
        return [name, { ...state, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath, Next }] }];
      }),
    );
  const branch = (steps: readonly Step[]) => {
    const end = `${steps.at(-1)?.name} ends`;
    return { StartAt: steps[0]?.name, States: { ...chain(steps), [end]: { Type: 'Succeed' } } };
  };
  const gathered = [
    ...firstSteps.map((step) => [step, 0] as const),
    ...branches.flatMap((steps, index) => steps.map((step) => [step, index] as const)),
  ].map(([{ name }, index]) => [`${name}.$`, `$[${index}].reports['${name}']`] as const);
  return {
    Comment: 'Suspends a vendor, a matter or one person. Nothing here turns anything on.',
    StartAt: 'receive',
    States: {
      receive: {
        Type: 'Pass',
        Parameters: { 'request.$': '$', reports: {} },
        Next: 'check-request',
      },
      'check-request': { ...task('check-request'), ResultPath: '$.request', Next: firstSteps[0]?.name },
      ...chain(firstSteps, 'cut-off'),
      'cut-off': {
        Type: 'Parallel',
        Branches: branches.map(branch),
        ResultSelector: { 'request.$': '$[0].request', reports: Object.fromEntries(gathered) },
        Catch: [
          { ErrorEquals: ['States.ALL'], ResultPath: "$.reports['cut-off']", Next: lastSteps[0]?.name },
        ],
        Next: lastSteps[0]?.name,
      },
      ...chain(lastSteps, 'summarize'),
      summarize: { ...task('summarize'), End: true },
    },
  };
}

/** Steps of one call each, after which nobody new gets in. */
const firstSteps = killSwitchSteps.filter(({ phase }) => phase === 'first');

/** They tell what the others did, so they come last. */
const lastSteps = killSwitchSteps.filter(({ phase }) => phase === 'last');

const branchOf = ({ phase }: Step): string | undefined =>
  typeof phase === 'object' ? phase.branch : undefined;

/** Steps that cut running work off, side by side because each branch is slowed by another service's request rate. */
const branches: readonly (readonly Step[])[] = [...new Set(killSwitchSteps.map(branchOf))]
  .filter((branch) => branch !== undefined)
  .map((branch) => killSwitchSteps.filter((step) => branchOf(step) === branch));
