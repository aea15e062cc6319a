import type { AccessCase } from '../access/access-case.ts';
import { matchPrincipal } from '../access/match-principal.ts';
import { allJobs } from '../all-jobs.ts';
import type { ProofStatement, Subject } from '../authoring/proof-statement.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { WorldCaller } from '../cases/callers.ts';
import type { Selector } from '../policy/statement.ts';
import { askedTasks } from '../work/asked-tasks.ts';
import { rightsOf } from '../work/demands.ts';
import type { Task } from '../work/job.ts';
import type { Principal, Resource, World } from '../world/world.ts';

/** The other half of every job: whoever works in the workspace can do what its jobs ask for, and nothing else. */
export const statement: ProofStatement = {
  id: 'roles-do-their-jobs-only',
  part: 'work',
  title: 'No role of the workspace can do anything at all that none of its jobs asks for',
  property: 'never',
  controls: ['LPO-IDN-02'],
  assert: (subject) => {
    const tasks = allJobs.flatMap((job) => askedTasks(job, subject));
    return subject.world.principals.map((principal) => nothingElse(subject, principal, tasks));
  },
};

function nothingElse({ world, cases }: Subject, principal: Principal, tasks: readonly Task[]) {
  const mine = tasks.filter(({ who }) => who.kind === 'role' && who.arn === principal.arn);
  const is = ({ role, caller }: WorldCaller): boolean => role === 'template' && caller.arn === principal.arn;
  const callers = cases.callers.filter(is);
  return {
    subject: `${principal.label} can do ${mine.length} things and nothing else`,
    claim: {
      region: [],
      cases: [
        ...cases.onAnything(is).map((access) => byItsOwnPolicies(access, anyKey(world))),
        ...world.resources
          .filter((resource) => givesRights(resource, callers))
          .flatMap((resource) => cases.onResource(resource, is)),
      ],
      except: rightsOf(mine),
    },
  };
}

/**
 * A role's own policies give no more than its jobs, whatever boundaries and guardrails would still refuse. A key
 * gives nothing without its own policy: keys of the templates are asked one by one, and no other knows the role.
 */
const byItsOwnPolicies = ({ boundary: _, ...access }: AccessCase, outside: Selector): AccessCase => ({
  ...access,
  serviceControl: [],
  impossible: [...access.impossible, outside],
});

const anyKey = ({ partition }: World): Selector => ({
  resources: { negated: false, patterns: [`arn:${partition}:kms:*:key/*`] },
  conditions: [],
});

/** True where the resource's own policy decides: it has to agree, or gives a right that needs no identity policy. */
const givesRights = ({ policy = [], type }: Resource, callers: readonly WorldCaller[]): boolean =>
  policy.some(({ effect, principals }) => {
    if (effect === 'Deny') return false;
    const matches = callers.map(({ caller }) => matchPrincipal(principals, caller));
    return matches.some(
      (match) => match !== undefined && (match !== 'account' || serviceFacts[type]?.authority === 'resource'),
    );
  });
