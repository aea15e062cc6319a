import { Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryName, matterServiceRoleName, namesOfVendor } from '../../model/names.ts';
import type { Permission } from '../../model/permission.ts';
import { principalTag, tagKeys } from '../../model/tag-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { accessPointArn, bucketArn, everyKeyArn, roleArn } from '../arns.ts';
import { permissionStatement } from '../permission-statement.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { restorerPermissions } from '../restore/restorer-permissions.ts';

export interface BoundariesProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Access logs of the vendor's buckets: the only objects oversight reads. */
  readonly accessLogBucketArn: string;
  /** Role of the log archive: the only one oversight assumes. */
  readonly logReaderRoleArn: string;
  /** Permissions to reinstate, which the key custodian has. */
  readonly releases: readonly Permission[];
}

/** Ceiling for people on a matter: objects of this vendor's matters, and the keys S3 uses for them. */
export const matterActions = {
  s3: [
    's3:AbortMultipartUpload',
    's3:GetObject',
    's3:GetObjectLegalHold',
    's3:GetObjectRetention',
    's3:GetObjectTagging',
    's3:GetObjectVersion',
    's3:ListBucket',
    's3:ListBucketVersions',
    's3:ListMultipartUploadParts',
    's3:PutObject',
    's3:PutObjectLegalHold',
    's3:PutObjectRetention',
    's3:PutObjectVersionTagging',
  ],
  kms: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
} as const;

/** Ceiling for oversight roles: read settings and suspend. Never a document, never a decryption. */
export const oversightActions = [
  'access-analyzer:ListFindings',
  'backup:ListRecoveryPointsByResource',
  'backup:ListRestoreJobsByProtectedResource',
  'cloudformation:DescribeStackResources',
  'cloudformation:DescribeStacks',
  'cloudtrail:DescribeTrails',
  'cloudtrail:GetEventSelectors',
  'cloudtrail:GetTrailStatus',
  'cloudtrail:LookupEvents',
  'ec2:DescribeClientVpnAuthorizationRules',
  'ec2:DescribeClientVpnConnections',
  'ec2:DescribeClientVpnEndpoints',
  'ec2:DescribeFlowLogs',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcEndpoints',
  'ec2:DescribeVpcs',
  'ec2:RevokeClientVpnIngress',
  'ec2:TerminateClientVpnConnections',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRole',
  'iam:ListAttachedRolePolicies',
  'iam:ListRoles',
  'kms:CancelKeyDeletion',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:EnableKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:GetParametersForImport',
  'kms:ImportKeyMaterial',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeys',
  'kms:ListResourceTags',
  'kms:ScheduleKeyDeletion',
  'logs:DescribeLogGroups',
  's3:GetBucketLogging',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
  's3:ListAllMyBuckets',
] as const;

/** Ceiling for the workspace's service roles: write logs, scan, back up, restore, close the default group. */
export const serviceActions = [
  'backup:DescribeBackupVault',
  'backup:DescribeRecoveryPoint',
  'backup:ListTags',
  'backup:CopyFromBackupVault',
  'backup:CopyIntoBackupVault',
  'backup:TagResource',
  'cloudwatch:GetMetricData',
  'ec2:AuthorizeSecurityGroupEgress',
  'ec2:AuthorizeSecurityGroupIngress',
  'ec2:DescribeClientVpnConnections',
  'ec2:DescribeClientVpnEndpoints',
  'ec2:RevokeSecurityGroupEgress',
  'ec2:RevokeSecurityGroupIngress',
  'ec2:TerminateClientVpnConnections',
  'events:DeleteRule',
  'events:DescribeRule',
  'events:DisableRule',
  'events:EnableRule',
  'events:ListTargetsByRule',
  'events:ListRules',
  'events:PutRule',
  'events:PutTargets',
  'events:RemoveTargets',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:GenerateDataKey',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
  's3:AbortMultipartUpload',
  's3:CreateBucket',
  's3:GetBucketAcl',
  's3:GetBucketCORS',
  's3:GetBucketLocation',
  's3:GetBucketLogging',
  's3:GetBucketNotification',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetInventoryConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetObject',
  's3:GetObjectAcl',
  's3:GetObjectTagging',
  's3:GetObjectVersion',
  's3:GetObjectVersionAcl',
  's3:GetObjectVersionTagging',
  's3:ListAllMyBuckets',
  's3:ListBucket',
  's3:ListBucketVersions',
  's3:ListMultipartUploadParts',
  's3:ListTagsForResource',
  's3:PutBucketNotification',
  's3:PutBucketOwnershipControls',
  's3:PutBucketVersioning',
  's3:PutInventoryConfiguration',
  's3:PutObject',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
  'sns:Publish',
  'tag:GetResources',
] as const;

/**
 * Permissions boundaries: the ceiling of every role in the vendor's account.
 *
 * None of them contains an IAM write, an Organizations or a grant action, so no role can make itself larger;
 * the custodian's alone lets policies be detached that deny everything.
 */
export class Boundaries extends Construct {
  constructor(scope: Construct, id: string, props: BoundariesProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const mfa = { StringEquals: { [principalTag(tagKeys.mfa)]: 'true' } };
    const buckets = bucketArn(this, namesOfVendor(props.vendor));
    const accessPoints = accessPointArn(this, namesOfVendor(props.vendor));
    const keys = everyKeyArn(this);

    this.boundary('Matter', 'matter', props.vendor, [
      new PolicyStatement({
        actions: [...matterActions.s3],
        resources: [buckets, accessPoints],
        conditions: mfa,
      }),
      new PolicyStatement({ actions: [...matterActions.kms], resources: [keys], conditions: mfa }),
      new PolicyStatement({ actions: ['sts:GetCallerIdentity'], resources: ['*'] }),
    ]);
    this.boundary('Oversight', 'oversight', props.vendor, [
      new PolicyStatement({ actions: [...oversightActions], resources: ['*'] }),
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:ListBucket'],
        resources: [props.accessLogBucketArn, `${props.accessLogBucketArn}/*`],
      }),
      new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [props.logReaderRoleArn] }),
    ]);
    this.boundary('Custodian', 'custodian', props.vendor, [
      new PolicyStatement({ actions: [...oversightActions], resources: ['*'] }),
      ...props.releases.map(permissionStatement),
    ]);
    this.boundary(
      'Restorer',
      'restorer',
      props.vendor,
      restorerPermissions({
        scope: this,
        restoreRoleArn: roleArn(this, matterServiceRoleName(props.vendor, 'm-*', 'restore')),
      }),
    );
    this.boundary('Service', 'service', props.vendor, [
      new PolicyStatement({ actions: [...serviceActions], resources: ['*'] }),
      new PolicyStatement({
        sid: 'NeverOutsideThisAccount',
        effect: Effect.DENY,
        notActions: ['backup:CopyIntoBackupVault', 'kms:*'],
        resources: ['*'],
        conditions: { StringNotEqualsIfExists: { 'aws:ResourceAccount': account } },
      }),
    ]);
  }

  private boundary(
    id: string,
    kind: 'matter' | 'oversight' | 'custodian' | 'service' | 'restorer',
    vendor: string,
    statements: PolicyStatement[],
  ) {
    const policy = new ManagedPolicy(this, id, {
      managedPolicyName: boundaryName(vendor, kind),
      description: `Permissions boundary: ${kind}`,
      statements,
    });
    const wildcards = statements
      .flatMap((statement) => statement.resources)
      .filter((resource) => resource.includes('*'))
      .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`);
    acknowledge(policy, {
      rule: [...new Set(wildcards)],
      reason: 'A boundary grants nothing: it is a ceiling, and the policies under it name single resources.',
      ...platformSecurityReview,
    });
  }
}
