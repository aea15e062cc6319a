import { Duration, Stack, Tags } from 'aws-cdk-lib';
import { type IPrincipal, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { MatterFunction } from '../../model/engagement.ts';
import { matterRoleName } from '../../model/names.ts';
import { tagKeys } from '../../model/tag-keys.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { matterPermissions, type VaultAddress } from './matter-permissions.ts';
import { vaultAddress } from './vault-address.ts';

export interface MatterRolesProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Functions that act on the matter. */
  readonly functions: readonly MatterFunction[];
  /**
   * Buckets and access points of the matter's zones.
   *
   * @default - those of its documents, and no privileged zone
   */
  readonly vaults?: readonly VaultAddress[];
  /** Trust in the firm's identity provider. */
  readonly trust: IPrincipal;
  /**
   * Longest session.
   *
   * @default 8
   */
  readonly sessionHours?: 8 | 10;
}

/** Roles of a matter, one for each function, and for this matter alone: the role carries the matter's tag. */
export class MatterRoles extends Construct {
  /** One role for each function of the matter. */
  readonly roles: readonly Role[];

  constructor(scope: Construct, id: string, props: MatterRolesProps) {
    super(scope, id);
    const { vendor, matter, functions, sessionHours = 8 } = props;
    const vaults = props.vaults ?? [vaultAddress(Stack.of(this), vendor, matter, 'documents')];
    const permissionsBoundary = boundaryByName(this, vendor, 'matter');
    this.roles = functions.map((fn) => {
      const role = new Role(this, fn, {
        roleName: matterRoleName(vendor, matter, fn),
        assumedBy: props.trust,
        permissionsBoundary,
        maxSessionDuration: Duration.hours(sessionHours),
      });
      Tags.of(role).add(tagKeys.function, fn);
      const statements = matterPermissions(fn, functions, vaults);
      const policy = new ManagedPolicy(this, `${fn}Policy`, { roles: [role], statements });
      const wildcards = statements
        .flatMap((statement) => statement.resources)
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`);
      if (wildcards.length > 0) {
        acknowledge(policy, {
          rule: [...new Set(wildcards)],
          reason: 'The wildcard stands for the objects under one prefix of this one matter.',
          ...platformSecurityReview,
        });
      }
      return role;
    });
  }
}
