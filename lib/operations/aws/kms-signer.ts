import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { CheckpointAlgorithm, CheckpointSigner } from '../ledger/checkpoint.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling } from './aws-failure.ts';

/** Signs checkpoints with a KMS key of usage SIGN_VERIFY on P-256 or P-384. */
export async function kmsSigner(region: string, keyId: string, access: AwsAccess): Promise<CheckpointSigner> {
  const client = new KMSClient(clientConfig(region, access));
  const { KeyId, SigningAlgorithms } = await calling('kms:GetPublicKey', keyId, () =>
    client.send(new GetPublicKeyCommand({ KeyId: keyId })),
  );
  const algorithm = (['ECDSA_SHA_384', 'ECDSA_SHA_256'] as const).find((one) =>
    SigningAlgorithms?.includes(one),
  );
  if (!KeyId || !algorithm) throw new Error(`${keyId} does not sign with ECDSA on P-256 or P-384`);
  return { keyArn: KeyId, algorithm, sign: (message) => sign(client, KeyId, algorithm, message) };
}

async function sign(client: KMSClient, KeyId: string, algorithm: CheckpointAlgorithm, Message: Uint8Array) {
  const { Signature } = await calling('kms:Sign', KeyId, () =>
    client.send(new SignCommand({ KeyId, Message, MessageType: 'RAW', SigningAlgorithm: algorithm })),
  );
  if (!Signature) throw new Error(`kms:Sign with ${KeyId} gave no signature`);
  return Signature;
}
