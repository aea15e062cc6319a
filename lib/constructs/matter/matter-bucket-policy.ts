import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  existingObjectTag,
  objectTags,
  principalTag,
  requestObjectTag,
  tagKeys,
} from '../../model/tag-keys.ts';
import type { Access } from './access-by-function.ts';
import { peopleWho, type VaultPrincipals } from './vault-principals.ts';

export interface MatterBucketPolicyProps {
  /** ARN of the bucket, without a path. */
  readonly bucketArn: string;
  /** ARN of the KMS key that everything in the bucket is encrypted with. */
  readonly keyArn: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Principals that the policies of the zone name. */
  readonly principals: VaultPrincipals;
  /** Days of the default retention; nobody asks for more than twice as many. */
  readonly retentionDays: number;
  /** Id of the workspace's S3 interface endpoint. */
  readonly s3EndpointId: string;
}

const objectActions = [
  's3:AbortMultipartUpload',
  's3:DeleteObject*',
  's3:GetObject*',
  's3:ListBucket*',
  's3:ListMultipartUploadParts',
  's3:PutObject*',
  's3:ReplicateObject',
  's3:RestoreObject',
];

const settingActions = [
  's3:DeleteBucket*',
  's3:PutAccelerateConfiguration',
  's3:PutBucket*',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];

const readsBeforeApproval = ({ read, approvedOnly }: Access): boolean =>
  read.includes('release') && !approvedOnly;

type Conditions = Record<string, Record<string, string | string[]>>;

/**
 * Bucket policy of a matter. Denies only: the roles' own policies allow.
 *
 * People come through the workspace's endpoint, with MFA, tagged with this matter, and are named one by one.
 * The scanner, the backup and the restore are named too; AWS calls them from outside the endpoint. There is no exemption
 * for calls "via an AWS service": nothing here needs one, and it would open every one of these doors.
 */
export function matterBucketPolicy(props: MatterBucketPolicyProps): PolicyDocument {
  const { bucketArn, principals } = props;
  const objects = [`${bucketArn}/*`];
  const everything = [bucketArn, ...objects];
  const people = peopleWho(principals);
  const approvers = peopleWho(principals, ({ access }) => access.approves === true);
  const managers = [principals.malwareScan, principals.backup];
  const services = [...managers, principals.restore];
  const notService: Conditions = { ArnNotEquals: { 'aws:PrincipalArn': services } };
  // What is restored comes back without tags: it is unreadable until it is scanned, for the restore as well.
  const notManager: Conditions = { ArnNotEquals: { 'aws:PrincipalArn': managers } };

  const notScanner: Conditions = { ArnNotEquals: { 'aws:PrincipalArn': principals.malwareScan } };

  const { scan, release } = objectTags;
  const unscanned = { [existingObjectTag(scan.key)]: scan.clean };

  const deny = (sid: string, actions: string[], resources: string[], conditions: Conditions) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions,
    });
  const given = (key: string): Conditions => ({ Null: { [key]: 'false' } });

  return new PolicyDocument({
    statements: [
      deny('TlsOnly', ['s3:*'], everything, { Bool: { 'aws:SecureTransport': 'false' } }),
      deny('Tls12OrNewer', ['s3:*'], everything, { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
      // Null: false lets a client that names no encryption use the bucket's own default, which is the key.
      deny('NoOtherAlgorithm', ['s3:PutObject'], objects, {
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
        ...given('s3:x-amz-server-side-encryption'),
      }),
      deny('NoOtherKey', ['s3:PutObject'], objects, {
        ArnNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': props.keyArn },
        ...given('s3:x-amz-server-side-encryption-aws-kms-key-id'),
      }),
      deny('NoCustomerProvidedKey', ['s3:PutObject'], objects, {
        ...given('s3:x-amz-server-side-encryption-customer-algorithm'),
      }),
      deny('OnlyThisMattersRoles', objectActions, everything, {
        ArnNotEquals: { 'aws:PrincipalArn': [...people, ...services] },
      }),
      deny('OnlyThroughTheEndpoint', objectActions, everything, {
        StringNotEquals: { 'aws:SourceVpce': props.s3EndpointId },
        ...notService,
      }),
      deny('OnlyWithMfa', objectActions, everything, {
        StringNotEquals: { [principalTag(tagKeys.mfa)]: 'true' },
        ...notService,
      }),
      deny('OnlyTaggedWithThisMatter', objectActions, everything, {
        StringNotEquals: { [principalTag(tagKeys.matter)]: props.matter },
      }),
      deny('UnscannedIsUnreadable', ['s3:GetObject', 's3:GetObjectVersion'], objects, {
        StringNotEquals: unscanned,
        ...notManager,
      }),
      // Without the name of a version nobody approves, so that nothing is approved which was not read.
      deny(
        'TagsBelongToTheScanner',
        ['s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging', 's3:PutObjectTagging'],
        objects,
        notScanner,
      ),
      deny('VersionsAreTaggedByScannerAndApprover', ['s3:PutObjectVersionTagging'], objects, {
        ArnNotEquals: { 'aws:PrincipalArn': [principals.malwareScan, ...approvers] },
      }),
      deny(
        'RetentionBelongsToTheAdministrator',
        ['s3:PutObjectLegalHold', 's3:PutObjectRetention'],
        objects,
        {
          ArnNotEquals: {
            'aws:PrincipalArn': peopleWho(principals, ({ access }) => access.retention === true),
          },
        },
      ),
      ...(approvers.length > 0
        ? [
            deny('ApprovedIsWhatWasScanned', ['s3:PutObjectVersionTagging'], objects, {
              StringNotEquals: unscanned,
              ...notScanner,
            }),
            // Tags are replaced as a whole, so that an approval has to repeat the scanner's finding.
            deny('ApprovalKeepsTheScan', ['s3:PutObjectVersionTagging'], objects, {
              StringNotEquals: { [requestObjectTag(scan.key)]: scan.clean },
              ...notScanner,
            }),
            deny(
              'OnlyWhatIsApprovedLeaves',
              ['s3:GetObject', 's3:GetObjectVersion'],
              [`${bucketArn}/release/*`],
              {
                StringNotEquals: { [existingObjectTag(release.key)]: release.approved },
                ArnNotEquals: {
                  'aws:PrincipalArn': [
                    ...peopleWho(principals, ({ access }) => readsBeforeApproval(access)),
                    ...services,
                  ],
                },
              },
            ),
          ]
        : []),
      // Content is locked in governance mode: what nobody at all could delete would outlive any duty to delete.
      deny('NoComplianceMode', ['s3:PutObject', 's3:PutObjectRetention'], objects, {
        StringEquals: { 's3:object-lock-mode': 'COMPLIANCE' },
      }),
      deny('RetentionHasAnEnd', ['s3:PutObject', 's3:PutObjectRetention'], objects, {
        NumericGreaterThan: {
          's3:object-lock-remaining-retention-days': `${Math.min(2 * props.retentionDays, 36_500)}`,
        },
      }),
      deny('NobodyBypassesRetention', ['s3:BypassGovernanceRetention'], objects, {}),
      // GuardDuty and AWS Backup set the bucket's notification through these roles; their policies allow no
      // other setting.
      deny('SettingsBelongToTheDeployment', settingActions, everything, {
        ArnNotEquals: { 'aws:PrincipalArn': [principals.deploy, ...managers] },
      }),
    ],
  });
}
