import { rolesOfAVendor } from '../../reading/role-purposes.ts';
import { vendorName } from '../../template/names.ts';
import type { World } from '../world/world.ts';
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
