import { changingActions, lookingActions } from '../../reading/known-actions.ts';
import { covers } from '../../template/glob.ts';
import { widened } from '../access/widened.ts';
import { allJobs } from '../all-jobs.ts';
import type { Assertion, ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, isLookup, isStray, notNamedLikeOurs } from '../authoring/select.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { handledActions } from '../deployment/handler-actions.ts';
import { askedTasks } from '../work/asked-tasks.ts';
import type { Task } from '../work/job.ts';
import type { World } from '../world/world.ts';

/** Beginnings of the names of actions that look; IAM's access levels name those that do more all the same. */
const looking = ['Describe*', 'Get*', 'List*'];

/** Services that `cdk` looks something up in: stacks, networks, parameters. None of them holds a document or a log. */
const lookups = ['cloudformation', 'ec2', 'ssm', 'sts'];

/** The trust policy of the role decides: `roles-open-to-their-people-only`. */
const takingARole = ['sts:AssumeRole'];

/**
 * Everybody with every right that an account can give: guardrails are all that is left. The deployment is among them,
 * and so is whoever no template makes.
 */
export const statement: ProofStatement = {
  id: 'guardrails-leave-everyone-their-job',
  part: 'integrity',
  title:
    'Whatever policies somebody in the vendor account has, guardrails let them change nothing but what their job changes; looking stays open',
  property: 'never',
  controls: [
    'LPO-IDN-04',
    'LPO-JUR-01',
    'LPO-LOG-02',
    'LPO-NET-01',
    'LPO-NET-02',
    'LPO-RES-01',
    'LPO-DET-01',
  ],
  assert: (subject) => {
    const tasks = allJobs.flatMap((job) => askedTasks(job, subject));
    const actions = [...new Set(tasks.flatMap((task) => task.actions))];
    const services = [
      ...new Set([...actions, ...handledActions()].map((action) => action.split(':')[0] ?? '')),
    ];
    const known = new Set(services.flatMap(lookingActions));
    const looks = doing(
      ...services.flatMap((service) => looking.map((verb) => `${service}:${verb}`)),
      ...actions.filter((action) => known.has(action)),
    );
    const changes = services.flatMap((service) =>
      changingActions(service).filter((action) =>
        looking.some((verb) => covers(`${service}:${verb}`, action)),
      ),
    );
    const callers = subject.cases.callers.filter(
      (caller) => caller.identity !== undefined && inVendorAccount(subject.world)(caller),
    );
    const lookedUp = doing(
      ...services.filter((service) => lookups.includes(service)).map((service) => `${service}:*`),
    );
    return [...new Set(callers.map(({ caller }) => caller.label))].flatMap((label): Assertion[] => {
      const same = callers.filter(({ caller }) => caller.label === label);
      const own = doing(
        ...takingARole,
        ...same.slice(0, 1).flatMap((caller) => actionsOf(caller, tasks, subject.world)),
      );
      const who = same.some(isStray) ? [notNamedLikeOurs(subject.world)] : [];
      const cases = same.map((caller) => widened(subject.cases.ofAnything(caller)));
      const space = 'guardrails';
      return [
        {
          subject: label,
          claim: { region: who, cases, except: same.some(isLookup) ? [own, lookedUp] : [own, looks] },
          space,
        },
        {
          subject: `${label}: actions that only sound like looking, and the code of functions with the roster in it`,
          claim: { region: [doing(...changes, 'lambda:GetFunction'), ...who], cases, except: [own] },
          space,
        },
      ];
    });
  },
};

/** Actions of somebody's jobs; of the deployment all that the handlers of known types call. */
function actionsOf(caller: WorldCaller, tasks: readonly Task[], { deployers }: World): string[] {
  const { arn, account } = caller.caller;
  const mine = tasks.filter(({ who }) =>
    who.kind === 'account'
      ? who.account === account && ['root', 'stray'].includes(caller.role)
      : 'arn' in who && who.arn === arn,
  );
  return [
    ...mine.flatMap(({ actions }) => actions),
    ...(deployers.some((deployer) => deployer.arn === arn) ? handledActions() : []),
  ];
}
