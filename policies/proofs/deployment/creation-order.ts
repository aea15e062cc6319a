import type { StackTemplate } from '../../template/assembly.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Fact } from '../work/job.ts';
import type { Made, World } from '../world/world.ts';

/**
 * Everything that a resource names has to be there when it is made: AWS refuses a policy with a principal that does not
 * exist, a boundary, a role, a bucket or a key that is not there. Inside a stack a reference or `DependsOn` says so,
 * across stacks the order of deployment.
 */
export function creationOrder(world: World): Fact[] {
  const made = world.types.flatMap((type) => world.ofType(type));
  const byName = new Map(made.flatMap((one) => namesOf(one).map((name) => [name, one] as const)));
  const before = new Map(world.stacks.map((stack) => [stack.id, stacksBefore(stack, world.stacks)]));
  const inside = new Map(world.stacks.map((stack) => [stack.id, references(stack)]));
  return world.stacks.map(({ id }) => ({
    subject: `what ${id} names is there before`,
    decide: () => {
      const circle = before.get(id)?.has(id) === true ? [`${id} is deployed before itself`] : [];
      const late = made
        .filter(({ place }) => place.stack === id)
        .flatMap((one) =>
          [...named(one, byName), ...policiesTried(one, made)]
            .filter((other) => other !== one && !isBefore(other, one, before, inside))
            .map((other) => `${one.place.logicalId} needs ${other.place.stack} ${other.place.logicalId}`),
        )
        .concat(circle);
      return late.length === 0
        ? { kind: 'proved', because: ['references, DependsOn and the order of the stacks'] }
        : {
            kind: 'refuted',
            witness: [...new Set(late)],
            culprits: ['nothing makes it first: add a reference, DependsOn or a dependency of the stack'],
          };
    },
  }));
}

/** Texts by which a property can name a resource: its ARN, with and without the end that stands for streams. */
const namesOf = ({ arn }: Made): string[] => (arn === '' ? [] : [...new Set([arn, arn.replace(/:\*$/, '')])]);

/**
 * Properties that AWS does not look up when a resource is made: what a policy is about and when, texts for a program,
 * and actions of alarms, which CloudWatch neither tests nor validates (CloudWatch User Guide, "Alarm actions").
 */
const notLookedUp = new Set([
  'Resource',
  'NotResource',
  'Condition',
  'Tags',
  'Environment',
  'DefinitionString',
  'AlarmActions',
  'OKActions',
  'InsufficientDataActions',
]);

function named(one: Made, byName: ReadonlyMap<string, Made>): Made[] {
  const found = new Set<Made>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const other = byName.get(value);
      if (other !== undefined) found.add(other);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (isObject(value))
      for (const [key, inner] of Object.entries(value)) if (!notLookedUp.has(key)) walk(inner);
  };
  walk(one.properties);
  return [...found];
}

/**
 * Types for which AWS tries the rights of the role they are given, so that its policies have to be there as well: Step
 * Functions and CloudTrail write to the log group, GuardDuty looks at the bucket.
 */
const trying: Readonly<Record<string, string>> = {
  'AWS::CloudTrail::Trail': 'CloudWatchLogsRoleArn',
  'AWS::GuardDuty::MalwareProtectionPlan': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
};

const attachedTypes = new Set(['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy']);

function policiesTried(one: Made, made: readonly Made[]): Made[] {
  const property = Object.hasOwn(trying, one.type) ? trying[one.type] : undefined;
  const role = property === undefined ? undefined : one.properties[property];
  if (typeof role !== 'string') return [];
  const name = role.split('/').at(-1) ?? '';
  return made.filter(
    ({ type, place, properties }) =>
      attachedTypes.has(type) &&
      place.stack === one.place.stack &&
      [properties.Roles ?? properties.RoleName ?? []].flat().includes(name),
  );
}

function isBefore(
  other: Made,
  one: Made,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  inside: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): boolean {
  const { stack, logicalId } = one.place;
  if (other.place.stack !== stack) return before.get(stack)?.has(other.place.stack) === true;
  return reachable(logicalId, inside.get(stack) ?? new Map()).has(other.place.logicalId);
}

const stacksBefore = (stack: StackTemplate, stacks: readonly StackTemplate[]): ReadonlySet<string> =>
  reachable(stack.id, new Map(stacks.map(({ id, deployment }) => [id, new Set(deployment?.after)])));

/** Logical ids that each resource of a stack refers to or depends on. */
function references({ template }: StackTemplate): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(template.Resources ?? {}).map(([id, resource]) => {
      const found = new Set<string>([resource.DependsOn ?? []].flat().map((each) => `${each}`));
      const walk = (value: unknown): void => {
        if (Array.isArray(value)) value.forEach(walk);
        else if (isObject(value)) {
          const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value;
          if (typeof ref === 'string') found.add(ref);
          if (attribute !== undefined) found.add(`${[attribute].flat()[0]}`.split('.')[0] ?? '');
          for (const [, name = ''] of `${[text ?? ''].flat()[0]}`.matchAll(/\$\{(\w+)/g)) found.add(name);
          Object.values(value).forEach(walk);
        }
      };
      walk(resource.Properties);
      return [id, found];
    }),
  );
}

function reachable(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const target of edges.get(next) ?? [])
      if (!seen.has(target)) {
        seen.add(target);
        open.push(target);
      }
  return seen;
}
