import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { controls, evaluate, type Finding, formatPlace, readAssembly } from 'closed-room/judge';
import { DocumentsApp } from '../lib/documents-app.ts';

/** Checks of what other apps of the firm deploy: detection and backup vaults. */
const elsewhere = ['LPO-DET-01/analyzers-on', 'LPO-RES-01/matter-buckets-backed-up'];

/**
 * What the judge finds wrong with a resource of the app, as it is or after a change. A finding without a
 * resource is about something that the whole firm has once, such as a guardrail or the trail.
 */
function findings(change: (app: DocumentsApp) => void = () => {}): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'own-cdk-app-'));
  const app = new DocumentsApp(outdir);
  change(app);
  app.synth();
  const options = { asOf: '2027-01-31', controls: controls.map(({ id }) => id) };
  return evaluate(readAssembly(outdir), options)
    .findings.filter(({ code, where }) => 'logicalId' in where && !elsewhere.includes(code))
    .map(sentence);
}

const sentence = ({ code, where, got }: Finding): string => `${code}: ${formatPlace(where)} is ${got}`;

/** The bucket policy of the documents, without one of its statements. */
function drop(sid: string, { matter }: DocumentsApp): void {
  const bucket = matter.node.findChild('Vault').node.findChild('Bucket');
  const policy = bucket.node.findChild('Policy') as CfnBucketPolicy;
  const { Statement, ...rest } = (policy.policyDocument as PolicyDocument).toJSON();
  policy.policyDocument = {
    ...rest,
    Statement: Statement.filter(({ Sid }: { Sid: string }) => Sid !== sid),
  };
}

test('the app keeps every control it answers for', () => {
  expect(findings()).toEqual([]);
});

test.each([
  ['TlsOnly', 'LPO-DAT-02/bucket-requires-tls'],
  ['OnlyThroughTheEndpoint', 'LPO-NET-02/bucket-only-through-the-endpoint'],
  ['OnlyTaggedWithThisMatter', 'LPO-COI-02/bucket-walled-by-matter-tag'],
])('a bucket policy without %s breaks %s', (sid, rule) => {
  const broken = findings((app) => drop(sid, app));
  expect(broken).toEqual([expect.stringMatching(`^${rule}: Matter/Vault/Bucket/Policy is `)]);
});
