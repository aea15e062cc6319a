import { Duration, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ArnPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct, type IConstruct } from 'constructs';
import { evidencePrefixes } from '../../model/evidence-prefixes.ts';
import { boundaryName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketArn, everyKeyArn, policyArn } from '../arns.ts';
import { SealedKey } from '../keys/sealed-key.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface LedgerWriterProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /**
   * Name of the role, at most 64 characters.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly roleName: string;
  /** Full alias of the checkpoint key, `alias/` included. */
  readonly keyAlias: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** Bucket of the log archive; the ledger is one folder of it. */
  readonly evidenceBucketName: string;
  /** Account of the log archive, whose key encrypts the records. */
  readonly logArchiveAccount: string;
}

/**
 * The one role that appends to a vendor's ledger, and the key with which it alone seals it.
 *
 * The bucket locks each record and takes none where one is; so the writer adds and cannot change or remove.
 */
export class LedgerWriter extends Construct {
  readonly role: Role;
  readonly key: SealedKey;

  constructor(scope: Construct, id: string, props: LedgerWriterProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const appending = appendPermissions(this, props);
    const keys = everyKeyArn(this);
    const managedPolicyName = boundaryName(props.vendor, 'ledger');
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName,
      description: 'Permissions boundary: ledger writer',
      // The key's policy names the role and the role its boundary, so the boundary cannot name the key.
      statements: [
        ...appending,
        new PolicyStatement({
          actions: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
          resources: [keys],
        }),
      ],
    });
    this.role = new Role(this, 'Role', {
      roleName: props.roleName,
      description: 'Appends to the ledger and seals it',
      assumedBy: new AccountPrincipal(account).withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      maxSessionDuration: Duration.hours(1),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(
        this,
        'BoundaryByName',
        policyArn(this, managedPolicyName),
      ),
    });
    this.role.node.addDependency(boundary);
    const policy = new ManagedPolicy(this, 'Policy', {
      roles: [this.role],
      statements: appending.map((statement) => statement.copy()),
    });
    const folders = appending.flatMap(({ resources }) => resources).filter((arn) => arn.includes('*'));
    for (const [where, wild] of [
      [policy, folders],
      [boundary, [...folders, keys]],
    ] as const)
      acknowledge(where, {
        rule: wild.map((arn) => `AwsSolutions-IAM5[Resource::${arn}]`),
        reason:
          'Records of one folder of one bucket, and keys whose own policies say who uses them for what.',
        ...platformSecurityReview,
      });
    this.key = new SealedKey(this, 'Key', {
      alias: props.keyAlias,
      description: `Checkpoints of the ledger of ${props.vendor}`,
      deployRoleArn: props.deployRoleArn,
      purpose: 'signing',
      usage: sealing(this.role.roleArn),
    });
  }
}

function appendPermissions(
  scope: IConstruct,
  { evidenceBucketName, logArchiveAccount }: LedgerWriterProps,
): PolicyStatement[] {
  const { region } = Stack.of(scope);
  const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
  const bucket = bucketArn(scope, evidenceBucketName);
  const folder = `${evidencePrefixes.ledger}/*`;
  return [
    new PolicyStatement({
      sid: 'Append',
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [`${bucket}/${folder}`],
    }),
    new PolicyStatement({
      sid: 'FindTheLast',
      actions: ['s3:ListBucket'],
      resources: [bucket],
      conditions: { StringLike: { 's3:prefix': folder } },
    }),
    new PolicyStatement({
      sid: 'RecordsAreEncrypted',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [everyKeyArn(scope, { account: logArchiveAccount })],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${suffix}` } },
    }),
  ];
}

/** KMS hashes the message itself, so what is signed was in the writer's hand and not only its hash. */
const sealing = (writerArn: string): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'WriterSeals',
    principals: [new ArnPrincipal(writerArn)],
    actions: ['kms:Sign'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' } },
  }),
  new PolicyStatement({
    sid: 'WriterHandsOutThePublicKey',
    principals: [new ArnPrincipal(writerArn)],
    actions: ['kms:DescribeKey', 'kms:GetPublicKey'],
    resources: ['*'],
  }),
];
