import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileSystem } from 'aws-cdk-lib';
import fc from 'fast-check';
import { contentFingerprint } from '../../../policies/template/content-fingerprint.ts';

const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

/** Ours and the CDK's fingerprint of the same files. */
function both(files: Readonly<Record<string, Buffer | string>>): [string, string] {
  const at = join(folder, `${++made}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  const named = Object.entries(files).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
  return [contentFingerprint(named), FileSystem.fingerprint(at)];
}

test.each<[string, Readonly<Record<string, Buffer | string>>]>([
  ['one file', { 'index.js': 'x' }],
  ['folders, in the order of their names', { 'a.js': '1', 'a/b': '2', 'a-b': '3', 'a/c/d': '4' }],
  ['an empty file', { a: '' }],
  ['line ends of Windows', { a: 'x\r\ny\r\n' }],
  ['a line end between two pieces', { a: `${'x'.repeat(8191)}\r\ny` }],
  ['a file that ends in half a line end', { a: 'x\r' }],
  ['a letter between two pieces', { a: `${'x'.repeat(8191)}é${'y'.repeat(9000)}` }],
  ['no text', { a: Buffer.from([0, 13, 10, 255]) }],
  [
    'no text after the first piece',
    { a: Buffer.concat([Buffer.alloc(8192, 'x'), Buffer.from([0, 13, 10])]) },
  ],
])('the same as the CDK takes: %s', (_what, files) => {
  const [ours, theirs] = both(files);
  expect(ours).toBe(theirs);
});

test('the same as the CDK takes, of one file and of any', () => {
  const file = join(folder, 'one.json');
  writeFileSync(file, '{}\n');
  expect(contentFingerprint([{ path: '', bytes: Buffer.from('{}\n') }])).toBe(FileSystem.fingerprint(file));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat(8200), (bytes, before) => {
      const [ours, theirs] = both({ a: Buffer.concat([Buffer.alloc(before, 'x'), bytes]) });
      expect(ours).toBe(theirs);
    }),
    { numRuns: 100 },
  );
});

test('another byte, name or place is another fingerprint', () => {
  const cases: Readonly<Record<string, string>>[] = [
    { a: 'x' },
    { a: 'y' },
    { b: 'x' },
    { 'a/a': 'x' },
    { a: 'x', b: '' },
  ];
  const prints = cases.map((files) => both(files)[0]);
  expect(new Set(prints).size).toBe(prints.length);
});
