import {
  canary,
  canaryRoleName,
  matterRoleName,
  namesOfMatters,
  restorerRoleName,
  suspendedPersonPolicyName,
  vendorRoleName,
} from '../../../model/names.ts';
import { vendorFunctions } from '../../../model/oversight-roles.ts';
import type { SwitchMatter } from '../../../model/switch-matters.ts';
import { attachToRoles } from '../attach-to-roles.ts';
import type { Step } from '../step.ts';
import { suspendAnyRole } from '../suspend-any-role.ts';
import { mattersOf, type SwitchParts } from '../switch-parts.ts';

const name = 'suspend-roles';

/**
 * Attaches a prepared policy that denies everything: to the roles of a matter's people; or, for one person, a
 * policy that binds that person alone, to every role a person can have here. Which of them the person has is
 * not asked: a session outlives its assignment by hours.
 */
export const step: Step = {
  name,
  phase: { branch: 'roles' },
  order: 50,
  permissions: {
    vendor: (resources) => [
      ...suspendAnyRole(resources),
      // Also to the roles of oversight: a policy for one person leaves the others who have the role alone.
      {
        sid: 'SuspendPeople',
        actions: ['iam:AttachRolePolicy'],
        resources: [
          resources.roleArn(namesOfMatters(resources.vendor)),
          ...vendorFunctions.map((fn) => resources.roleArn(vendorRoleName(resources.vendor, fn))),
        ],
        conditions: {
          ArnLike: {
            'iam:PolicyARN': resources.policyArn(suspendedPersonPolicyName(resources.vendor, 'p-*')),
          },
        },
      },
    ],
  },
  run: async (parts, request) =>
    request.scope === 'person'
      ? attachToRoles(
          name,
          parts,
          everyRole(parts),
          suspendedPersonPolicyName(parts.vendor, request.id ?? ''),
        )
      : attachToRoles(
          name,
          parts,
          mattersOf(parts, request).flatMap((matter) => peopleRoles(parts.vendor, matter)),
        ),
};

/** Roles of people on a matter, restorers among them. */
const peopleRoles = (vendor: string, { id, functions, zones }: SwitchMatter): string[] =>
  id === canary
    ? [canaryRoleName(vendor)]
    : [
        ...functions.map((fn) => matterRoleName(vendor, id, fn)),
        ...zones.map((zone) => restorerRoleName(vendor, id, zone)),
      ];

const everyRole = ({ vendor, matters }: SwitchParts): string[] => [
  ...matters.flatMap((matter) => peopleRoles(vendor, matter)),
  ...vendorFunctions.map((fn) => vendorRoleName(vendor, fn)),
];
