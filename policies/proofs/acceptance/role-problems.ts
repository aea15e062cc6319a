import { asText } from '../../../lib/model/as-text.ts';
import { quotaFigures } from '../../reading/quota-figures.ts';
import type { Made, World } from '../world/world.ts';
import { policiesOf } from './policies-of.ts';
import { lengthOf } from './policy-problems.ts';
import type { Problem } from './problem.ts';

const source = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';

/** Policies attached to a role, from wherever they are attached. */
interface Attached {
  readonly managed: Set<string>;
  inlineLength: number;
}

const attachable = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::RolePolicy'];

const keyOf = (account: string, role: string): string => `${account} ${role.toLowerCase()}`;

const inlineLength = (made: Made): number =>
  policiesOf(made)
    .filter(({ kind }) => kind === 'inline policy')
    .reduce(
      (sum, { document }) => sum + lengthOf(document, quotaFigures['iam-inline-policies-size'].unit),
      0,
    );

/** Policies of every role of the stage, counted and measured. */
export function attachedToRoles(world: World): ReadonlyMap<string, Attached> {
  const all = new Map<string, Attached>();
  const of = (account: string, role: string): Attached => {
    const key = keyOf(account, role);
    const found = all.get(key) ?? { managed: new Set<string>(), inlineLength: 0 };
    all.set(key, found);
    return found;
  };
  for (const made of world.ofType('AWS::IAM::Role')) {
    const attached = of(made.account, made.reference);
    for (const arn of [made.properties.ManagedPolicyArns ?? []].flat()) attached.managed.add(asText(arn));
    attached.inlineLength += inlineLength(made);
  }
  for (const made of attachable.flatMap((type) => world.ofType(type))) {
    const { Roles, RoleName } = made.properties;
    for (const role of [Roles ?? RoleName ?? []].flat().map(asText)) {
      const attached = of(made.account, role);
      if (made.type === 'AWS::IAM::ManagedPolicy') attached.managed.add(made.arn);
      else attached.inlineLength += inlineLength(made);
    }
  }
  return all;
}

/** A role with more policies than IAM gives it room for. */
export function roleProblems(role: Made, attached: ReadonlyMap<string, Attached>): Problem[] {
  const { managed, inlineLength: length } = attached.get(keyOf(role.account, role.reference)) ?? {
    managed: new Set(),
    inlineLength: 0,
  };
  const most = quotaFigures['iam-policies-attached-to-role'];
  const room = quotaFigures['iam-inline-policies-size'];
  return [
    ...(managed.size > most.value
      ? [
          {
            at: 'policies attached',
            got: `${managed.size} policies`,
            expected: `at most ${most.value}`,
            source,
          },
        ]
      : []),
    ...(length > room.value
      ? [{ at: 'inline policies', got: `${length} ${room.unit}`, expected: `at most ${room.value}`, source }]
      : []),
  ];
}
