import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ArnPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type CfnKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { principalTag, resourceTag, tagKeys } from '../../model/tag-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { accountRootArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

/** Origin of key material: made by KMS, or outside AWS and imported by the custodian. */
export type KeyCustody = 'customer-managed' | 'external';

export interface SealedKeyProps {
  /** Full alias, `alias/` included. */
  readonly alias: string;
  /** Sentence that the console shows for the key. */
  readonly description: string;
  /** ARN of the CloudFormation execution role: it may re-policy the key, never use it. */
  readonly deployRoleArn: string;
  /**
   * ARN of the role that may disable the key and schedule its deletion, never use it or re-policy it.
   *
   * @default - nobody can; the key can only be retired by deploying a change
   */
  readonly custodianRoleArn?: string;
  /**
   * ARN of the kill switch's role in this account: it may disable the key, and nothing turns it on again
   * through that role. It must exist.
   *
   * @default - the kill switch has no hand on this key
   */
  readonly containmentRoleArn?: string;
  /**
   * `external` needs a custodian, who imports the material after the deployment; until then nothing can be
   * encrypted. KMS rotates no imported material by itself: the custodian imports new material instead.
   *
   * @default 'customer-managed'
   */
  readonly custody?: KeyCustody;
  /**
   * `signing` makes an asymmetric key (ECDSA on P-256) whose private half KMS alone holds. KMS rotates no such
   * key: a new one is deployed instead, and signatures of the old one stay verifiable by its public half.
   *
   * @default 'encryption'
   */
  readonly purpose?: 'encryption' | 'signing';
  /** Statements that allow to encrypt, decrypt or sign, and under which conditions. */
  readonly usage: readonly PolicyStatement[];
}

/** Days between scheduling a key's deletion and losing it; KMS allows at most 30. */
export const deletionWindowDays = 30;

/**
 * A customer managed key whose administrators cannot use it and whose users cannot administer it.
 *
 * The account's root appears only to read the key's settings: without a wider root statement, no identity
 * policy in the account can open the key. Single region, rotated yearly unless its material is imported or it
 * signs, kept when its stack goes.
 */
export class SealedKey extends Construct {
  /** ARN of the key. */
  readonly keyArn: string;
  /** The key; its policy is complete, so that no grant method adds to it. */
  readonly key: Key;

  constructor(scope: Construct, id: string, props: SealedKeyProps) {
    super(scope, id);
    const { custodianRoleArn } = props;
    const external = props.custody === 'external';
    const signing = props.purpose === 'signing';
    if (external && signing)
      throw new Error('custody: got external for a signing key, expected material made by KMS.');
    if (external && !custodianRoleArn)
      throw new Error('custody: got external without custodianRoleArn, expected a custodian who imports.');
    const custodian = custodianRoleArn
      ? [
          custody(custodianRoleArn),
          destruction(custodianRoleArn),
          ...(external ? [materialImport(custodianRoleArn)] : []),
        ]
      : [];
    this.key = new Key(this, 'Resource', {
      alias: props.alias,
      description: props.description,
      ...(signing
        ? { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY }
        : { enableKeyRotation: !external }),
      multiRegion: false,
      removalPolicy: RemovalPolicy.RETAIN,
      policy: new PolicyDocument({
        statements: [
          administration(props.deployRoleArn),
          settingsAreReadable(Stack.of(this)),
          ...custodian,
          ...(props.containmentRoleArn ? [containment(props.containmentRoleArn)] : []),
          ...props.usage,
        ],
      }),
    });
    this.keyArn = this.key.keyArn;
    if (external) keepMaterialOutside(this.key.node.defaultChild as CfnKey);
  }
}

/** Spelled out: `kms:Create*` would contain CreateGrant, and a grant is use. */
function administration(roleArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'DeploymentAdministersWithoutUse',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(roleArn)],
    actions: [
      'kms:CreateAlias',
      'kms:DeleteAlias',
      'kms:DescribeKey',
      'kms:EnableKeyRotation',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListResourceTags',
      'kms:PutKeyPolicy',
      'kms:TagResource',
      'kms:UntagResource',
      'kms:UpdateAlias',
      'kms:UpdateKeyDescription',
    ],
    resources: ['*'],
  });
}

function settingsAreReadable(stack: Stack): PolicyStatement {
  return new PolicyStatement({
    sid: 'SettingsAreReadable',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(accountRootArn(stack))],
    actions: [
      'kms:DescribeKey',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      // An auditor who cannot see the grants has not seen who can use the key.
      'kms:ListGrants',
      'kms:ListResourceTags',
    ],
    resources: ['*'],
  });
}

const assertedMfa = { StringEquals: { [principalTag(tagKeys.mfa)]: 'true' } };

function custody(roleArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'CustodianSuspendsWithoutUse',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(roleArn)],
    actions: [
      'kms:CancelKeyDeletion',
      'kms:DescribeKey',
      'kms:DisableKey',
      'kms:EnableKey',
      'kms:GetKeyPolicy',
      'kms:GetKeyRotationStatus',
      'kms:ListGrants',
      'kms:ListResourceTags',
    ],
    resources: ['*'],
    conditions: assertedMfa,
  });
}

function containment(roleArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'KillSwitchDisables',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(roleArn)],
    actions: ['kms:DescribeKey', 'kms:DisableKey'],
    resources: ['*'],
  });
}

/** The L2 key knows no origin. */
function keepMaterialOutside(key: CfnKey): void {
  key.origin = 'EXTERNAL';
  acknowledge(key, {
    rule: ['AwsSolutions-KMS5', 'NIST.800.53.R5-KMSBackingKeyRotationEnabled'],
    reason: 'KMS rotates no imported key material by itself; the custodian imports new material on demand.',
    ...platformSecurityReview,
  });
}

/** Deleting the material is not among it: that would take effect at once, without the window of a deletion. */
function materialImport(roleArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'CustodianImportsMaterialWithoutUse',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(roleArn)],
    actions: ['kms:GetParametersForImport', 'kms:ImportKeyMaterial'],
    resources: ['*'],
    conditions: assertedMfa,
  });
}

/** KMS sends the window only when the caller names one; its own default is the 30 days we want. */
function destruction(roleArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'CustodianSchedulesDeletionWithoutHold',
    effect: Effect.ALLOW,
    principals: [new ArnPrincipal(roleArn)],
    actions: ['kms:ScheduleKeyDeletion'],
    resources: ['*'],
    conditions: {
      ...assertedMfa,
      StringNotEquals: { [resourceTag(tagKeys.legalHold)]: 'true' },
      NumericGreaterThanEqualsIfExists: {
        'kms:ScheduleKeyDeletionPendingWindowInDays': `${deletionWindowDays}`,
      },
    },
  });
}
