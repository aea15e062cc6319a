import { coversAction } from '../template/glob.ts';
import type { Statement } from '../template/policy/statement.ts';
import type { ResourceView } from '../template/resource-view.ts';

/** Cryptographic operations, and the grant that hands them on. Source: KMS permissions reference. */
export const keyUse = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DeriveSharedSecret',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:GenerateMac',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:Sign',
  'kms:Verify',
  'kms:VerifyMac',
] as const;

/** Operations that change who may use a key, or whether it can be used. */
export const keyAdministration = [
  'kms:CancelKeyDeletion',
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:ImportKeyMaterial',
  'kms:PutKeyPolicy',
  'kms:ReplicateKey',
  'kms:ScheduleKeyDeletion',
  'kms:UpdatePrimaryRegion',
] as const;

/** Use of an asymmetric key that signs; KMS refuses everything else with it. */
export const signingUse: readonly string[] = ['kms:Sign', 'kms:Verify'];

/** Literally said to sign; a key whose usage is decided at deployment is none. */
export const isSigningKey = (key: ResourceView): boolean => key.text('KeyUsage') === 'SIGN_VERIFY';

/** Those of `actions` that the statement's `Action` (or the rest of its `NotAction`) reaches. */
export function reaches(statement: Statement, actions: readonly string[]): string[] {
  return actions.filter((action) =>
    statement.notActions.length > 0
      ? !statement.notActions.some((pattern) => coversAction(pattern, action))
      : statement.actions.some((pattern) => coversAction(pattern, action)),
  );
}

/**
 * True where a statement works only through AWS Backup, which uses the caller's rights to make and try a vault.
 * Source: "Encryption for backups in AWS Backup" in its developer guide.
 */
export const onlyThroughBackup = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'kms:viaservice' &&
      values.length > 0 &&
      values.every((value) => /^backup\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(value)),
  );
