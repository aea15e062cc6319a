import { keep } from '../../../lib/model/keep.ts';
import { is } from '../cases/fact.ts';
import type { Task } from '../work/job.ts';
import { partitionOf } from '../work/roles.ts';
import type { Deployer, Made, World } from '../world/world.ts';
import { actionsOf, handlersOf, type Operation } from './handler-actions.ts';
import type { Requests } from './requests.ts';
import { type Place, resourcesOf } from './resource-of.ts';
import { special } from './special-requests.ts';

/** Services of the whole partition, which answer in one Region. Source: AWS General Reference, "Service endpoints". */
const globalServices: ReadonlySet<string> = new Set(['iam', 'organizations', 'route53']);
const globalRegion: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
};

/** Requests of the execution roles for every resource of the templates, put together by type. */
export const changesOf = (world: World): Task[] =>
  world.deployers.flatMap((deployer) =>
    world.types.flatMap((type) => {
      const mine = world
        .ofType(type)
        .filter(({ account, region }) => account === deployer.account && region === deployer.region);
      return mine.length === 0 ? [] : changesOfType(world, deployer, type, mine);
    }),
  );

function changesOfType(world: World, deployer: Deployer, type: string, all: readonly Made[]): Task[] {
  const task = (
    actions: readonly string[],
    { on, shows, forwarded = false, bare = false }: Requests,
  ): Task => ({
    does: `makes, changes and removes ${type}`,
    who: { kind: 'deployment', arn: deployer.arn },
    actions,
    on,
    ...(shows && { shows }),
    ...(bare && { bare }),
    from: forwarded ? 'service' : 'aws',
    source: pageOf(type),
  });
  if (handlersOf(type) === undefined)
    return [task(['cloudformation:CreateResource'], { on: [`handlers of ${type}`] })];
  const alike = new Map<
    string,
    { readonly requests: Requests; readonly actions: Map<string, Set<string>> }
  >();
  const ask = (action: string, { on, ...context }: Requests) => {
    const key = JSON.stringify(context);
    const { actions } = keep(alike, key, () => ({ requests: { on: [], ...context }, actions: new Map() }));
    for (const one of on) keep(actions, one, () => new Set<string>()).add(action);
  };
  for (const made of all)
    for (const stage of stages) {
      const called = stage.operations.filter((operation) => operation !== 'delete' || !isKept(made));
      const isBare = stage.isFirst && attachedLater.has(type);
      for (const action of new Set(called.flatMap((operation) => actionsOf(made, operation)))) {
        const place = { partition: partitionOf(world), account: made.account, region: made.region };
        const requests = requestsOf(action, made, place);
        ask(action, isBare ? { ...requests, bare: true } : requests);
      }
    }
  return [...alike.values()].flatMap(({ requests, actions }) =>
    byActions(actions).map(({ on, called }) => task(called, { ...requests, on })),
  );
}

/** ARNs with the same actions, put together. */
function byActions(actions: ReadonlyMap<string, ReadonlySet<string>>) {
  const sets = new Map<string, { readonly on: string[]; readonly called: readonly string[] }>();
  for (const [arn, each] of actions) {
    const called = [...each].sort();
    keep(sets, called.join(' '), () => ({ on: [], called })).on.push(arn);
  }
  return [...sets.values()];
}

/** A resource that stays when the template gives it up: no handler removes it. */
const isKept = ({ deletionPolicy }: Made): boolean => deletionPolicy === 'Retain';

/** Types whose policy is a resource of its own, made after them. */
const attachedLater: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::SNS::Topic']);

/** While a resource is made, a policy that another resource attaches to it is not there yet. */
const stages: readonly { readonly operations: readonly Operation[]; readonly isFirst: boolean }[] = [
  { operations: ['create'], isFirst: true },
  { operations: ['read', 'update', 'delete'], isFirst: false },
];

/** Page of a type in the template reference: `aws-resource-s3-bucket.html`. */
const pageOf = (type: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${type.split('::').slice(1).join('-').toLowerCase()}.html`;

function requestsOf(action: string, made: Made, place: Place): Requests {
  const {
    on,
    shows = [],
    ...rest
  } = special(action, made, place) ?? { on: resourcesOf(action, made.arn, place) };
  const isGlobal = globalServices.has(action.split(':')[0] ?? '');
  const region = isGlobal ? (globalRegion[place.partition] ?? 'us-east-1') : place.region;
  const written = new Set(shows.map(({ key }) => key));
  return {
    ...rest,
    on,
    shows: written.has('aws:requestedregion') ? shows : [...shows, is('aws:RequestedRegion', region)],
  };
}
