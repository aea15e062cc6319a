import type { Matter } from '../../config/vendor-schema.ts';
import { roleArn, samlProviderArn } from '../../constructs/arns.ts';
import { matterRoleName, restorerRoleName, vendorRoleName } from '../../model/names.ts';
import { oversightRoles, type VendorFunction, vendorFunctions } from '../../model/oversight-roles.ts';
import { functionsOf } from '../../profile/functions-of.ts';
import { resolveProfile } from '../../profile/resolve-profile.ts';
import { zonesOf } from '../../profile/zones-of.ts';
import type { FirstDeployment } from './first-deployment.ts';

/** A role that people of the identity provider get, and the group that gives it to them. */
export interface FederatedRole {
  /** Function, with the matter or the zone it is for: `m-7f3a9c reviewer`. */
  readonly label: string;
  /** Id of the group in the configuration. @default - none; the firm chooses one */
  readonly group?: string;
  readonly arn: string;
  readonly sessionSeconds: number;
}

/** ARN of the SAML provider for roles, or for the VPN. */
export const providerArn = ({ home, organization }: FirstDeployment, use: 'access' | 'vpn'): string =>
  samlProviderArn(home, `${organization.identityProvider.name}-${use}`);

/** Every role of the vendor that the identity provider gives to people: matters first, in the order of the file. */
export function federatedRoles(deployment: FirstDeployment): readonly FederatedRole[] {
  const { vendor } = deployment;
  return [
    ...vendor.matters.flatMap((matter) => matterRoles(deployment, matter)),
    ...vendorFunctions.map((fn) => vendorRole(deployment, fn)),
    ...vendor.matters.flatMap((matter) => restorers(deployment, matter)),
  ];
}

function matterRoles({ home, vendor }: FirstDeployment, matter: Matter): FederatedRole[] {
  const { sessionHours } = resolveProfile(matter);
  return functionsOf(matter).map((fn) => {
    const group = matter.groups[fn];
    return {
      label: `${matter.id} ${fn}`,
      ...(group !== undefined && { group }),
      arn: roleArn(home, matterRoleName(vendor.vendor, matter.id, fn)),
      sessionSeconds: sessionHours * 3600,
    };
  });
}

/** A role of oversight; its group is called as the role is, where the vendor file has one. */
function vendorRole({ home, vendor }: FirstDeployment, fn: VendorFunction): FederatedRole {
  const groups: Readonly<Record<string, string | undefined>> = vendor.groups;
  const group = groups[fn.replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase())];
  const hours = oversightRoles.find(({ name }) => name === fn)?.sessionHours ?? 1;
  return {
    label: fn,
    ...(group !== undefined && { group }),
    arn: roleArn(home, vendorRoleName(vendor.vendor, fn)),
    sessionSeconds: hours * 3600,
  };
}

const restorers = ({ home, vendor }: FirstDeployment, matter: Matter): FederatedRole[] =>
  zonesOf(matter).map((zone) => ({
    label: `${matter.id} restorer, ${zone}`,
    arn: roleArn(home, restorerRoleName(vendor.vendor, matter.id, zone)),
    sessionSeconds: 3600,
  }));
