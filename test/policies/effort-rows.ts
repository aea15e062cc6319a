import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../../policies/pipeline.ts';
import { proveAssembly } from '../../policies/proofs/prove-assembly.ts';
import { duplicateKey } from '../../policies/template/duplicate-key.ts';
import { covers } from '../../policies/template/glob.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { textOf } from '../../policies/template/text.ts';

const folder = mkdtempSync(join(tmpdir(), 'effort-'));
let files = 0;
export function assembly(resources: object) {
  const file = join(folder, `${files++}.json`);
  writeFileSync(file, JSON.stringify({ Resources: resources }));
  return readAssembly(file);
}
export const times = <T>(count: number, make: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`R${index}`, make(index)]));
export const bucket = (index: number) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: `b${index}`, Tags: [{ Key: 'lpo:matter', Value: 'm-7f3a9c' }] },
});
export const key = (...statements: object[]) => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Version: '2012-10-17', Statement: statements } },
});
export const allow = (Action: string) => ({ Effect: 'Allow', Principal: '*', Action, Resource: '*' });
const place = { id: 's', stackName: 's' };
const asOf = '2026-11-21';
const judge = (resources: object) => {
  const read = assembly(resources);
  return () => evaluate(read, { asOf, controls: ['LPO-DAT-01', 'LPO-DAT-02', 'LPO-IDN-02'] });
};
const prove = (resources: object) => {
  const read = assembly(resources);
  return () => proveAssembly(read);
};

/** What is made larger, the size to begin with, and the work on it; twice the size takes about twice the steps. */
export const rows: readonly [string, number, (size: number) => () => unknown][] = [
  ['stars in a row in a pattern', 500, (size) => () => covers(`k${'*'.repeat(size)}!`, 'k'.repeat(size))],
  ['stars apart in a pattern', 500, (size) => () => covers(`${'k*'.repeat(size)}!`, 'k'.repeat(size))],
  ['a text beside a pattern', 500, (size) => () => covers('k*k*k*!', 'k'.repeat(size))],
  ['open variables in Fn::Sub', 5_000, (size) => () => textOf({ 'Fn::Sub': '${'.repeat(size) }, place)],
  ['variables in Fn::Sub', 1_000, (size) => () => textOf({ 'Fn::Sub': `\${A}`.repeat(size) }, place)],
  ['names in JSON', 1_000, (size) => () => duplicateKey(JSON.stringify(times(size, () => ({ a: 1 }))))],
  ['buckets before the judge', 100, (size) => judge(times(size, bucket))],
  ['buckets before the prover', 100, (size) => prove(times(size, bucket))],
  ['stars before the judge', 200, (size) => judge({ K: key(allow(`k${'*'.repeat(size)}!`)) })],
  ['stars before the prover', 200, (size) => prove({ K: key(allow(`k${'*'.repeat(size)}!`)) })],
  ['a loop in a loop', 200, (size) => () => times(size, () => covers('k*!', 'k'.repeat(size)))],
  [
    'statements before the judge',
    100,
    (size) => judge({ K: key(...Object.values(times(size, (index) => allow(`kms:X${index}`)))) }),
  ],
];
