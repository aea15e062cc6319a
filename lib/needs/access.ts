import { type OversightRole, oversightRoles } from '../model/oversight-roles.ts';
import { spreadOverStacks } from '../model/spread-over-stacks.ts';
import { each, type Resources, sum } from './need.ts';

/** Boundaries of matters, oversight, custodian, restorer and service. */
const boundaries = 5;
/** Boundary and policy of the containment role, and the policy that suspends everybody. */
const containmentPolicies = 3;
/** The containment role, and the canary of drills. */
const containmentRoles = 2;
const roles: readonly OversightRole[] = oversightRoles;
const grants = roles.flatMap((role) => role.grants ?? []).length;

/** People in one stack; the first holds what the account has once beside them, of 500 resources. */
const peopleInAStack = 400;

/** People whose suspensions each stack of a vendor's access holds. */
export const peopleByStack = (people: readonly string[]): readonly (readonly string[])[] =>
  spreadOverStacks(people, peopleInAStack);

/**
 * The `Access` stack: what the account has once, and a policy for each person.
 */
export const accessResources = (people: number): Resources =>
  sum(
    each(1, ['AWS::IAM::SAMLProvider', 'AWS::KMS::Key', 'AWS::KMS::Alias']),
    { 'AWS::IAM::Role': roles.length + containmentRoles },
    { 'AWS::IAM::ManagedPolicy': boundaries + containmentPolicies + roles.length + grants },
    suspensionResources(people),
  );

/** An `Access-2` stack and those after it: a policy for each person, with which the kill switch suspends that one. */
export const suspensionResources = (people: number): Resources => each(people, ['AWS::IAM::ManagedPolicy']);
