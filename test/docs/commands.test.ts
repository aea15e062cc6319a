import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writingCommands } from '../../bin/terminal/writing-commands.ts';
import { makeGuide } from '../../lib/operations/guide/make-guide.ts';
import { guideRenderers } from '../../lib/operations/guide/render-guide.ts';
import { lpoCommands, parseLpo } from '../support/lpo-program.ts';
import { shellCommands } from '../support/shell-words.ts';

// Commands of the documents: each one there is stands in one, and each one that stands there can be run as it is written.

const root = resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'examples/own-cdk-app/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const text = (page: string): string => readFileSync(join(root, page), 'utf8');

const blocksOf = (page: string): string[] =>
  [...text(page).matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)].map(([, , block]) => `${block}`);

test('every command stands in a document, beyond the lists that the program generates', async () => {
  const written = pages
    .map(text)
    .join('\n')
    .replace(/\\\n\s*/g, ' ')
    .replace(/\s+/g, ' ');
  const missing = (await lpoCommands()).filter(
    (command) => !new RegExp(`lpo ${command.replaceAll('-', '\\-')}\\b`).test(written),
  );
  expect(missing).toEqual([]);
});

test('a command that no document names would be found', async () => {
  const commands = await lpoCommands();
  expect(commands).toEqual(
    expect.arrayContaining(['new vendor', 'ledger record gates', 'roster', 'explain']),
  );
  expect(commands.length).toBeGreaterThan(25);
});

test('commands that are said to write are commands', async () => {
  const commands = await lpoCommands();
  expect(
    writingCommands.filter((path) => !commands.some((each) => `${each} `.startsWith(`${path} `))),
  ).toEqual([]);
});

describe.each(pages.filter((page) => blocksOf(page).length > 0))('%s', (page) => {
  const blocks = blocksOf(page);

  test('every command of lpo has only options and arguments that there are', async () => {
    for (const block of blocks)
      for (const words of shellCommands(block, ['npx']).filter(([, program]) => program === 'lpo'))
        await expect(parseLpo(words.slice(2)).then(() => words)).resolves.toBe(words);
  });

  test('no value is left open', () => {
    for (const block of blocks)
      expect(block.match(/<[a-z][\w -]*>|\b[A-Z]{3,}_HERE\b|\.\.\. |\/\.\.\.|\bTODO\b/g)).toBe(null);
  });
});

test('every profile of a page is one that the guide makes', () => {
  const guide = ['luzon', 'meridian']
    .map((slug) => guideRenderers.text(makeGuide(slug, 'config')))
    .join('\n');
  const made = new Set(
    [...guide.matchAll(/(?:--profile |\[profile |AWS_PROFILE=)([\w-]+)/g)].map(([, name]) => name),
  );
  const named = pages.flatMap((page) => [
    ...text(page).matchAll(/(?:--profile |AWS_PROFILE=|profile `)(lpo-[\w-]+)/g),
  ]);
  expect(named.map(([, name]) => name).filter((name) => !made.has(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});

test.each(['.', 'docs'])('npx lpo in %s is this repository, and asks no registry', (folder) => {
  const { status, stdout } = spawnSync('npx', ['--offline', 'lpo', '--help'], {
    cwd: join(root, folder),
    encoding: 'utf8',
    env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' },
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('Usage: lpo')]);
});
