import type { Permission } from './permission.ts';

/** Resources that an oversight role's permissions can name. */
export interface OversightResources {
  /** Access logs of the vendor's buckets. */
  readonly accessLogBucketArn: string;
  /** Role of the log archive that reads the vendor's logs there. */
  readonly logReaderRoleArn: string;
  /** Permissions to reinstate what a kill switch suspended. */
  readonly releases: readonly Permission[];
}

/** A managed policy of one role, beside the one over settings. */
export interface OversightGrant {
  /** Construct id, unique among the grants of all roles. */
  readonly id: string;
  /** Why its wildcards are accepted, one sentence. @default - it has none */
  readonly wildcardReason?: string;
  readonly permissions: (resources: OversightResources) => readonly Permission[];
}

/** A role that serves the whole vendor and works on no matter, with everything that follows from it. */
export interface OversightRole {
  /** Lower case with hyphens; the role is called `lpo-<vendor>-<name>`. */
  readonly name: string;
  /** Role of organization.yaml that names it instead. @default - named after the vendor and `name` */
  readonly namedBy?: 'breakGlass';
  /**
   * Principals that assume it: people of the identity provider, whose sessions the kill switch ends one by one, or people
   * of the security account with a fresh second factor.
   */
  readonly trust: 'identity-provider' | 'security-account';
  /**
   * Hours of a session, 1 to 12.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
   */
  readonly sessionHours: number;
  /** Permissions boundary. */
  readonly boundary: 'oversight' | 'custodian';
  /** Every reading action of the oversight boundary. */
  readonly readsSettings: boolean;
  /** Further actions over every resource, all of them in the boundary. */
  readonly actions: readonly string[];
  /** @default - none */
  readonly grants?: readonly OversightGrant[];
}

/**
 * Roles of oversight. None of them opens a document or decrypts anything; the auditor reads logs. The
 * custodian's powers over keys come from each key's own policy; break-glass works without the identity
 * provider and can only look and cut connections.
 */
export const oversightRoles = [
  {
    name: 'auditor',
    trust: 'identity-provider',
    sessionHours: 8,
    boundary: 'oversight',
    readsSettings: true,
    actions: [],
    grants: [
      {
        id: 'AuditorLogPolicy',
        wildcardReason:
          'The wildcard stands for the objects of the one access-log bucket; an auditor reads all of them.',
        permissions: ({ logReaderRoleArn, accessLogBucketArn }) => [
          { actions: ['sts:AssumeRole'], resources: [logReaderRoleArn] },
          { actions: ['s3:GetObject'], resources: [`${accessLogBucketArn}/*`] },
          { actions: ['s3:ListBucket'], resources: [accessLogBucketArn] },
        ],
      },
    ],
  },
  {
    name: 'key-custodian',
    trust: 'identity-provider',
    sessionHours: 1,
    boundary: 'custodian',
    readsSettings: false,
    // LookupEvents: who still asks for a key that was disabled.
    actions: ['cloudtrail:LookupEvents', 'kms:ListAliases', 'kms:ListKeys'],
    grants: [
      {
        // The second person: who suspends works in the security account and cannot lift.
        id: 'KeyCustodianReleases',
        wildcardReason:
          "Suspensions, people's roles and the one VPN endpoint of this one vendor; lifting leaves versions.",
        permissions: ({ releases }) => releases,
      },
    ],
  },
  {
    name: 'break-glass',
    namedBy: 'breakGlass',
    trust: 'security-account',
    sessionHours: 1,
    boundary: 'oversight',
    readsSettings: true,
    actions: ['ec2:RevokeClientVpnIngress', 'ec2:TerminateClientVpnConnections'],
  },
] as const satisfies readonly OversightRole[];

/** Row of an oversight role that people of the identity provider hold. */
export type FederatedRole = Extract<(typeof oversightRoles)[number], { readonly trust: 'identity-provider' }>;

/** Functions that serve a whole vendor, held by people of the identity provider. */
export type VendorFunction = FederatedRole['name'];

/** All of them, in the order of the table. */
export const vendorFunctions: readonly VendorFunction[] = oversightRoles
  .filter((role) => role.trust === 'identity-provider')
  .map(({ name }) => name);
