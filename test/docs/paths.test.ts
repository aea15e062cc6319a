import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
// What stands in backticks and begins with a folder of the house; a `<name>` in it stands for many.
const path = /`((?:bin|lib|policies|tools|test|config|docs|bench|examples)\/[\w./-]*)`/g;

// A firm makes it when it adds law of its own.
const optional = ['config/law/'];

const mentioned = documents.flatMap((document) =>
  [...readFileSync(join(root, document), 'utf8').matchAll(path)].map(([, at = '']) => ({ document, at })),
);

test('the documents name files', () => {
  expect(mentioned.length).toBeGreaterThan(60);
});

test('every file that a document names is there', () => {
  expect(mentioned.filter(({ at }) => !optional.includes(at) && !existsSync(join(root, at)))).toEqual([]);
});
