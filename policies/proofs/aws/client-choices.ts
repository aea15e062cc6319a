/**
 * Context that a request shows only where its client was told so, by key or by the beginning of one, lower case: neither the
 * CLI and the SDK, nor a service that works for somebody, sends it by itself. A task that does names it.
 *
 * Sources: Amazon S3 API Reference, PutObject and CreateBucket, optional headers; AWS KMS Developer Guide, "Condition keys
 * for attested platforms"; AWS STS API Reference, AssumeRole and AssumeRoleWithSAML: a source identity needs
 * `sts:SetSourceIdentity`, which no task asks for. Read 2026-11-28.
 */
const chosen: readonly string[] = [
  's3:accessgrantsinstancearn',
  's3:if-match',
  's3:if-none-match',
  's3:object-lock-',
  's3:requestobjecttag/',
  's3:requestobjecttagkeys',
  's3:x-amz-acl',
  's3:x-amz-grant-',
  's3:x-amz-object-annotation-directive',
  's3:x-amz-object-ownership',
  's3:x-amz-server-side-encryption',
  's3:x-amz-storage-class',
  's3:x-amz-website-redirect-location',
  'kms:recipientattestation:',
  'sts:externalid',
  'sts:sourceidentity',
];

/** Answers by key: the same few keys are asked about for every request. */
const known = new Map<string, boolean>();

/** True for a key that a client chooses to send: a request that does not name it does not show it. */
export function isClientsChoice(key: string): boolean {
  const answer = known.get(key) ?? chosen.some((beginning) => key.startsWith(beginning));
  known.set(key, answer);
  return answer;
}
