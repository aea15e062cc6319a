import type { Matter } from '../authoring/matters.ts';
import type { FactVerdict, ProofStatement } from '../authoring/proof-statement.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Resource } from '../world/world.ts';

export const statement: ProofStatement = {
  id: 'documents-lie-under-their-key',
  part: 'confidentiality',
  title: "Every bucket of a matter encrypts with that matter's own key",
  property: 'always',
  controls: ['LPO-DAT-01'],
  assert: ({ matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.map((bucket) => ({
        subject: `${matter.id}: ${bucket.label}`,
        decide: () => decide(matter, bucket),
      })),
    ),
};

function decide(matter: Matter, bucket: Resource): FactVerdict {
  const keys = new Set(matter.keys.map(({ arn }) => arn));
  const { ServerSideEncryptionConfiguration: rules = [] } = (bucket.properties.BucketEncryption ?? {}) as {
    ServerSideEncryptionConfiguration?: {
      ServerSideEncryptionByDefault?: { SSEAlgorithm?: string; KMSMasterKeyID?: string };
    }[];
  };
  const used = rules.map(
    ({ ServerSideEncryptionByDefault: rule }) => rule?.KMSMasterKeyID ?? rule?.SSEAlgorithm ?? 'none',
  );
  if (used.length > 0 && used.every((key) => keys.has(key)))
    return { kind: 'proved', because: ['default encryption of the bucket'] };
  return {
    kind: 'refuted',
    witness: [`documents of ${matter.id} are encrypted with ${used.join(', ') || 'no key'}`],
    culprits: [`${formatPlace(bucket.place)} Properties.BucketEncryption`],
  };
}
