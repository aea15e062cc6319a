import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Zone } from '../../model/engagement.ts';
import { boundaryName, matterServiceRoleName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { type RestorePermissionsProps, restorePermissions } from './restore-permissions.ts';

export interface RestoreRoleProps {
  readonly vendor: string;
  readonly matter: string;
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
    const { partition, account } = Stack.of(this);
    this.role = new Role(this, 'Role', {
      roleName: matterServiceRoleName(props.vendor, props.matter, props.service, props.zone),
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(
        this,
        'Boundary',
        `arn:${partition}:iam::${account}:policy/${boundaryName(props.vendor, 'service')}`,
      ),
    });
  }

  grant(to: Pick<RestorePermissionsProps, 'bucketArn' | 'keyArn' | 'makesBucket'>): ManagedPolicy {
    const { partition, region, account } = Stack.of(this);
    const statements = restorePermissions({ partition, region, account, ...to });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [this.role], statements });
    acknowledge(policy, {
      rule: statements
        .flatMap(({ resources }) => resources)
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
      reason:
        'Objects of one bucket, whose name AWS Backup makes up for a test, and the vault’s key, whose own policy decides.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });
    return policy;
  }
}
