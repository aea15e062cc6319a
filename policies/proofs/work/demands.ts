import { misplacedAction, unknownAction } from '../../reading/known-actions.ts';
import { readArn } from '../../template/arn.ts';
import type { AccessCase } from '../access/access-case.ts';
import type { Assertion, FactVerdict, Subject } from '../authoring/proof-statement.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { WorldCaller } from '../cases/callers.ts';
import type { Demand } from '../engine/decide.ts';
import type { GlobMatch, Selector } from '../policy/statement.ts';
import type { Resource, World } from '../world/world.ts';
import { askedTasks } from './asked-tasks.ts';
import type { Job, Task, Worker } from './job.ts';
import { isMissing } from './made.ts';
import { resourceAt } from './resource-at.ts';
import { noResource } from './sources.ts';
import { mayShow, senderOf } from './unstated-keys.ts';
import { usualContext } from './usual-context.ts';

/** A demand, or a refutation, for every resource of every task of a job. */
export const demandsOf = (job: Job, subject: Subject): Assertion[] =>
  askedTasks(job, subject)
    .filter(({ needed = true }) => needed)
    .flatMap((task) =>
      task.on.length === 0
        ? [nothing(task, `no template makes what ${nameOf(task.who)} works on`)]
        : perResource(task, subject.world).flatMap((on) => demand(task, on, subject)),
    );

/**
 * ARNs that are asked about in one demand: where no resource's own policy decides, every one that the same policies
 * decide about, or else each alone.
 */
function perResource({ on, who }: Task, world: World): (readonly [string, ...string[]])[] {
  const [first, ...others] = who.kind === 'deployment' ? on.filter((one) => isPlain(world, one)) : [];
  const alone = first === undefined ? on : on.filter((one) => !isPlain(world, one));
  return [
    ...alone.map((one): readonly [string] => [one]),
    ...(first === undefined ? [] : [[first, ...others] as const]),
  ];
}

const isPlain = (world: World, on: string): boolean =>
  readArn(on) !== undefined && resourceAt(world, on) === undefined && !isMissing(world, on, undefined);

const nothing = ({ does, who }: Task, why: string): Assertion => ({
  subject: `${nameOf(who)} ${does}`,
  decide: () => dead(`${nameOf(who)} ${does}`, why),
});

function demand(task: Task, asked: readonly [string, ...string[]], subject: Subject): Assertion[] {
  const [on] = asked;
  const { world } = subject;
  const name = `${nameOf(task.who)} ${task.does}${task.on.length > 1 ? `: ${shortArn(on)}${asked.length > 1 ? ` and ${asked.length - 1} more` : ''}` : ''}`;
  const strange = task.actions.flatMap(
    (action) =>
      (unknownAction(action) && `IAM does not know ${action}`) ??
      asked.flatMap((one) => misplacedAction(action, one) ?? []),
  );
  if (strange.length > 0)
    return [
      { subject: name, decide: () => dead(`the job asks for what cannot be asked`, strange.join('; ')) },
    ];
  const { callers: people, deployers } = subject.cases;
  const callers = [...people, ...deployers].filter((caller) => isWorker(caller, task.who));
  if (callers.length === 0) return [nothing(task, absent(task.who))];
  const resource = resourceAt(world, on);
  if (on !== '*' && on !== noResource && readArn(on) === undefined)
    return [nothing(task, `${on} is named in no template`)];
  if (isMissing(world, on, resource)) return [nothing(task, `no template makes ${on}`)];
  return callers.map((caller) => {
    const access = caseOf(subject, caller, resource, task, on);
    if (typeof access === 'string')
      return { subject: name, decide: () => dead(`${nameOf(task.who)} ${task.does}`, access) };
    return {
      subject: name,
      demand: { access, ...demanded(task, asked, resource, caller, world) },
      ...(task.who.kind === 'deployment' && { space: `deployment of ${caller.caller.account}` }),
    };
  });
}

const dead = (witness: string, culprit: string): FactVerdict => ({
  kind: 'refuted',
  witness: [witness],
  culprits: [culprit],
});

const isWorker = ({ role, caller }: WorldCaller, who: Worker): boolean => {
  switch (who.kind) {
    case 'role':
      return role === 'template' && caller.arn === who.arn;
    case 'deployment':
      return role === 'deployment' && caller.arn === who.arn;
    case 'service':
      return role === 'service' && caller.name === who.name;
    case 'federated':
      return role === 'provider' && caller.name === who.provider;
    case 'account':
      return role === 'stray' && caller.account === who.account;
  }
};

const nameOf = (who: Worker): string => {
  switch (who.kind) {
    case 'role':
    case 'deployment':
      return who.arn.split('/').at(-1) ?? who.arn;
    case 'service':
      return who.name;
    case 'federated':
      return `a person of ${who.provider.split('/').at(-1)}`;
    case 'account':
      return `staff of account ${who.account}`;
  }
};

function absent(who: Worker): string {
  switch (who.kind) {
    case 'role':
      return `no template makes the role ${who.arn}`;
    case 'deployment':
      return `the assembly holds no policy of ${who.arn}: expected bootstrap/${readArn(who.arn)?.account}.json beside its manifest`;
    default:
      return `no template makes anything that names ${nameOf(who)}`;
  }
}

const shortArn = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** The case of a task, or why there is none. */
function caseOf(
  { cases, world }: Subject,
  caller: WorldCaller,
  resource: Resource | undefined,
  { from, actions, bare = false }: Task,
  on: string,
): AccessCase | string {
  const role = actions.every((action) => action.startsWith('sts:'))
    ? world.principals.find(({ arn }) => arn === on)
    : undefined;
  if (role !== undefined) return cases.assuming(role, caller);
  if (resource === undefined) {
    return caller.identity === undefined
      ? `nothing in the templates is named ${on}`
      : cases.ofAnything(caller);
  }
  const [elsewhere, ...endpoints] = cases.of(caller, resource);
  const access = from === 'endpoint' ? endpoints[0] : elsewhere;
  if (access === undefined)
    return `the workspace has no endpoint for ${serviceFacts[resource.type]?.service ?? resource.type}`;
  if (bare) {
    const { resourcePolicy: _, ...alone } = access;
    return alone;
  }
  return resource.parent === undefined
    ? access
    : { ...access, parent: behind(resource, resource.parent, on) };
}

/** The same object behind an access point: of the bucket, under the same key. */
const behind = ({ arn }: Resource, bucket: string, on: string): GlobMatch => ({
  negated: false,
  patterns: [on.startsWith(`${arn}/object/`) ? bucket + on.slice(`${arn}/object`.length) : bucket],
});

function demanded(
  task: Task,
  asked: readonly [string, ...string[]],
  resource: Resource | undefined,
  caller: WorldCaller,
  world: World,
): Pick<Demand, 'region' | 'mayShow'> {
  const stated = [...(task.within ?? []), ...(task.shows ?? [])];
  const written = new Set(stated.map(({ key }) => key));
  const usual = usualContext(task, asked[0], resource, caller, world).filter(({ key }) => !written.has(key));
  const conditions = [...usual, ...stated];
  return {
    region: [
      {
        actions: { negated: false, patterns: task.actions },
        resources: { negated: false, patterns: asked },
        conditions,
      },
    ],
    mayShow: mayShow(asked, senderOf(caller.role, task.from), new Set(conditions.map(({ key }) => key))),
  };
}

/** Requests of the tasks of one principal: what a claim about everything else leaves out. */
export const rightsOf = (tasks: readonly Task[]): Selector[] =>
  tasks.map(({ actions, on, reach = on.map(orAnything), within = [] }) => ({
    actions: { negated: false, patterns: actions },
    resources: { negated: false, patterns: reach },
    conditions: within,
  }));

/** A right for an action without a resource is written for `*`, and gives no more than for the text. */
const orAnything = (on: string): string => (on === noResource ? '*' : on);
