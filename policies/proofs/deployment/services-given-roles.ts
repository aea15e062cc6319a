import type { World } from '../world/world.ts';
import { passedRoles } from './passed-roles.ts';

/** AWS Config works under its service-linked role alone; the policy is one, whoever keeps its recorder. */
const withOwnRole = 'config.amazonaws.com';

/** Services that resources of an account's templates give roles to. */
export const servicesGivenRoles = (world: World, account: string): readonly string[] => [
  withOwnRole,
  ...Object.entries(passedRoles).flatMap(([type, { service }]) =>
    world.ofType(type).some((made) => made.account === account) ? [service] : [],
  ),
];
