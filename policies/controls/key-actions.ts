import { coversAction } from '../assembly/glob';
import type { Statement } from '../assembly/policy-document';

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

/** Those of `actions` that the statement's `Action` (or the rest of its `NotAction`) reaches. */
export function reaches(statement: Statement, actions: readonly string[]): string[] {
  return actions.filter((action) =>
    statement.notActions.length > 0
      ? !statement.notActions.some((pattern) => coversAction(pattern, action))
      : statement.actions.some((pattern) => coversAction(pattern, action)),
  );
}
