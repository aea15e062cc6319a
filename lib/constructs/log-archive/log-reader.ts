import { Duration } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { principalTag, tagKeys } from '../../model/tag-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { everyKeyArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface LogReaderProps {
  /**
   * Name of the role, at most 64 characters.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly roleName: string;
  /** Name of the permissions boundary this construct makes for the role. */
  readonly boundaryName: string;
  /** The vendor's account and the role there that may become the reader. */
  readonly vendorAccount: string;
  /** ARN of the vendor's auditor role, the only one that reads the logs. */
  readonly auditorRoleArn: string;
  /** ARNs of the buckets that are read. */
  readonly bucketArns: readonly string[];
}

/**
 * The one way to read a vendor's logs: its auditor, signed in with MFA, becomes this role of the log archive.
 *
 * The trust names the account and asks for the role's ARN, so that the archive can be built before the role.
 */
export class LogReader extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: LogReaderProps) {
    super(scope, id);
    const objects = props.bucketArns.map((arn) => `${arn}/*`);
    const reading = [
      new PolicyStatement({
        sid: 'Read',
        actions: ['s3:GetObject', 's3:GetObjectLegalHold', 's3:GetObjectRetention', 's3:GetObjectVersion'],
        resources: objects,
      }),
      new PolicyStatement({
        sid: 'List',
        actions: ['s3:ListBucket', 's3:ListBucketVersions'],
        resources: [...props.bucketArns],
      }),
    ];
    // The key's policy names the role and the role its boundary, so the boundary cannot name the key.
    const keys = everyKeyArn(this);
    const decrypting = new PolicyStatement({ sid: 'Decrypt', actions: ['kms:Decrypt'], resources: [keys] });
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: props.boundaryName,
      description: 'Permissions boundary: log reader',
      statements: [...reading, decrypting],
    });
    this.role = new Role(this, 'Role', {
      roleName: props.roleName,
      permissionsBoundary: boundary,
      maxSessionDuration: Duration.hours(1),
      assumedBy: new AccountPrincipal(props.vendorAccount).withConditions({
        ArnEquals: { 'aws:PrincipalArn': props.auditorRoleArn },
        StringEquals: { [principalTag(tagKeys.mfa)]: 'true' },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [this.role], statements: reading });
    for (const each of [boundary, policy])
      acknowledge(each, {
        rule: objects.map((arn) => `AwsSolutions-IAM5[Resource::${arn}]`),
        reason: 'The wildcard stands for the objects of one named log bucket; an auditor reads all of them.',
        ...platformSecurityReview,
      });
    acknowledge(boundary, {
      rule: `AwsSolutions-IAM5[Resource::${keys}]`,
      reason: 'A boundary grants nothing; the key policy alone says which key the reader may use.',
      ...platformSecurityReview,
    });
  }
}
