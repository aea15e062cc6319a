import { type OversightRole, oversightRoles } from '../../model/oversight-roles.ts';
import { each, type Resources, sum } from './need.ts';

/** Boundaries of matters, oversight, custodian, restorer and service. */
const boundaries = 5;
/** Boundary and policy of the containment role, and the policy that suspends everybody. */
const containmentPolicies = 3;
/** The containment role, and the canary of drills. */
const containmentRoles = 2;
const roles: readonly OversightRole[] = oversightRoles;
const grants = roles.flatMap((role) => role.grants ?? []).length;

/**
 * The `Access` stack, and those that take over when it is full: a policy for each person, and in the first of them
 * what the account has once.
 */
export const accessResources = (people: number): Resources =>
  sum(
    each(1, ['AWS::IAM::SAMLProvider', 'AWS::KMS::Key', 'AWS::KMS::Alias']),
    { 'AWS::IAM::Role': roles.length + containmentRoles },
    { 'AWS::IAM::ManagedPolicy': boundaries + containmentPolicies + roles.length + grants },
    suspensionResources(people),
  );

/** A policy for each person, with which the kill switch suspends that one. */
const suspensionResources = (people: number): Resources => each(people, ['AWS::IAM::ManagedPolicy']);
