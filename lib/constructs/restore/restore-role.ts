import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Zone } from '../../model/engagement.ts';
import { matterServiceRoleName } from '../../model/names.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { type RestorePermissionsProps, restorePermissions } from './restore-permissions.ts';

export interface RestoreRoleProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Part of the matter: its documents, or the privileged documents beside them. */
  readonly zone: Zone;
  /** `restore` writes into the matter's own bucket, `restore-test` into the one AWS Backup makes for a test. */
  readonly service: 'restore' | 'restore-test';
}

/**
 * The role AWS Backup writes with. It is made first and alone, because the key policy names it; what it may do
 * is granted once the key is there.
 */
export class RestoreRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: RestoreRoleProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      roleName: matterServiceRoleName(props.vendor, props.matter, props.service, props.zone),
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      permissionsBoundary: boundaryByName(this, props.vendor, 'service'),
    });
  }

  grant(to: Pick<RestorePermissionsProps, 'bucketArn' | 'keyArn' | 'makesBucket'>): ManagedPolicy {
    const statements = restorePermissions({ scope: this, ...to });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [this.role], statements });
    acknowledge(policy, {
      rule: statements
        .flatMap(({ resources }) => resources)
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
      reason:
        'Objects of one bucket, whose name AWS Backup makes up for a test, and the vault’s key, whose own policy decides.',
      ...platformSecurityReview,
    });
    return policy;
  }
}
