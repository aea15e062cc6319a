import { asText } from '../../../lib/model/as-text.ts';
import { rolesOfAVendor } from '../../reading/role-purposes.ts';
import { readName, vendorName } from '../../template/names.ts';
import { formatPlace } from '../policy/statement.ts';
import type { World } from '../world/world.ts';
import type { Fact } from './job.ts';
import { partitionOf, roleNamed } from './roles.ts';

/** ARNs of the policies that suspend a role, and one person on every role. */
export function suspensionsOf(world: World): { readonly everything: string; readonly people: string } {
  const everything = `arn:${partitionOf(world)}:iam::${world.account}:policy/${vendorName(world.name, 'suspended')}`;
  return { everything, people: `${everything}-p-*` };
}

/** Roles that work for any matter, and the canary that drills use. */
export const suspendable = (world: World): string[] => [
  `arn:${partitionOf(world)}:iam::${world.account}:role/lpo-${world.name}-m-*`,
  roleNamed(world, `lpo-${world.name}-canary`).arn,
];

/** Roles of people of the vendor beside those of matters. */
export const peopleOfTheVendor = (world: World): string[] =>
  Object.entries(rolesOfAVendor)
    .filter(([, { opensTo }]) => opensTo === 'identity-provider')
    .map(([word]) => roleNamed(world, `lpo-${world.name}-${word}`).arn);

/**
 * Suspensions of one person: each statement binds that person's sessions alone, so that everybody else on the role
 * goes on working. The identity provider sends the person's id as the name of the session.
 */
export const othersGoOn = (world: World): Fact[] =>
  world.ofType('AWS::IAM::ManagedPolicy').flatMap(({ place, properties }) => {
    const name = readName(asText(properties.ManagedPolicyName));
    if (name?.purpose !== 'suspended' || name.person === undefined) return [];
    const { person } = name;
    const { Statement } = (properties.PolicyDocument ?? {}) as { readonly Statement?: unknown };
    const wide = ([Statement ?? []].flat() as Denial[]).filter(
      ({ Condition }) => !isAbout(person, Condition?.StringLike?.['aws:userid']),
    );
    return [
      {
        subject: `others go on while ${person} is suspended`,
        decide: () =>
          wide.length === 0
            ? { kind: 'proved' as const, because: [`each statement is about sessions of ${person}`] }
            : {
                kind: 'refuted' as const,
                witness: [`the suspension of ${person} suspends whoever else has the role`],
                culprits: [formatPlace(place)],
              },
      },
    ];
  });

interface Denial {
  readonly Condition?: { readonly StringLike?: Readonly<Record<string, unknown>> };
}

const isAbout = (person: string, values: unknown): boolean => {
  const all = [values ?? []].flat();
  return all.length > 0 && all.every((value) => value === `*:${person}` || value === `*:${person}@*`);
};
