import { Duration, Tags } from 'aws-cdk-lib';
import { type IPrincipal, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Zone } from '../../model/engagement.ts';
import { matterServiceRoleName, restorerRoleName } from '../../model/names.ts';
import { tagKeys } from '../../model/tag-keys.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import { recoveryPointsArn, roleArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { recoveryPointTags } from './recovery-point-tags.ts';
import { restorerPermissions } from './restorer-permissions.ts';

export interface RestorerProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Part of the matter: its documents, or the privileged documents beside them. */
  readonly zone: Zone;
  /** Trust in the firm's identity provider. */
  readonly trust: IPrincipal;
}

/**
 * The person who starts a restore of one zone of one matter.
 *
 * One role for each zone, not one for the vendor: AWS Backup checks the recovery point and the passed role
 * apart, so that whoever may use two of each could restore one matter into another.
 */
export class Restorer extends Construct {
  constructor(scope: Construct, id: string, props: RestorerProps) {
    super(scope, id);
    const restoreRole = matterServiceRoleName(props.vendor, props.matter, 'restore', props.zone);
    const role = new Role(this, 'Role', {
      roleName: restorerRoleName(props.vendor, props.matter, props.zone),
      assumedBy: props.trust,
      permissionsBoundary: boundaryByName(this, props.vendor, 'restorer'),
      maxSessionDuration: Duration.hours(1),
    });
    Tags.of(role).add(tagKeys.function, 'restorer');
    Tags.of(role).add(tagKeys.zone, props.zone, { priority: 300 });
    const policy = new ManagedPolicy(this, 'Policy', {
      roles: [role],
      statements: restorerPermissions({
        scope: this,
        // It writes into this zone's bucket, under this zone's key.
        restoreRoleArn: roleArn(this, restoreRole),
        recoveryPointTags: recoveryPointTags(props.vendor, props.matter, props.zone),
      }),
    });
    acknowledge(policy, {
      rule: ['AwsSolutions-IAM5[Resource::*]', `AwsSolutions-IAM5[Resource::${recoveryPointsArn(this)}]`],
      reason:
        'AWS Backup numbers recovery points itself; the tags of this zone bind them. Lists of jobs take no resource.',
      ...platformSecurityReview,
    });
  }
}
