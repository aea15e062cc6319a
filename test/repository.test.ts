import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { matterTypes } from '../lib/model/engagement.ts';
import { severities } from '../lib/model/finding.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const git = (...args: string[]): string[] =>
  spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
const tracked = git('ls-files');
const pack = JSON.parse(read('package.json'));

describe('the workflow', () => {
  const file = read('.github/workflows/ci.yml');
  const { jobs, permissions } = parse(file);
  const { steps, strategy } = jobs.run;

  test('runs what a person runs, from the oldest Node that is supported', () => {
    const oldest = Number(/^>=(\d+)/.exec(pack.engines.node)?.[1]);
    expect(steps.at(-1)).toEqual({ run: '.ci/run' });
    expect(strategy.matrix.node).toEqual([oldest, 22, 24]);
    expect(read('.nvmrc')).toBe(`${oldest}\n`);
    expect(pack.devDependencies['@types/node']).toMatch(new RegExp(`^${oldest}\\.`));
  });

  test('reads, and uses no action by a name that can be moved', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const used = [...file.matchAll(/uses: (.*)/g)].map(([, action]) => `${action}`);
    expect(used).not.toEqual([]);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });
});

describe('code owners', () => {
  const patterns = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));

  test('a team stands behind every pattern, and the first covers everything', () => {
    expect(patterns[0]?.[0]).toBe('*');
    for (const [, ...teams] of patterns) expect(teams.join(' ')).toMatch(/^@[\w-]+\/[\w-]+$/);
  });

  test('every pattern is about something that exists', () => {
    const paths = patterns.slice(1).map(([pattern]) => `${pattern}`.slice(1));
    const covers = (path: string) => (file: string) => file === path || file.startsWith(path);
    expect(paths.filter((path) => !tracked.some(covers(path)))).toEqual([]);
  });
});

describe('issue forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(join(root, folder)).filter((name) => name !== 'config.yml');

  interface Field {
    readonly id?: string;
    readonly type: string;
    readonly attributes: { readonly label?: string; readonly options?: readonly string[] };
  }
  const fields = (name: string): Field[] => parse(read(`${folder}/${name}`)).body;
  const options = (name: string, id: string) =>
    fields(name).find((field) => field.id === id)?.attributes.options;

  test.each(forms)('%s asks for something, keeps names out, and each answer has an id', (name) => {
    const { description } = parse(read(`${folder}/${name}`));
    const [warning, ...asked] = fields(name);
    expect(description).toMatch(/\w/);
    expect(warning?.type).toBe('markdown');
    expect(read(`${folder}/${name}`)).toMatch(/name of a/);
    expect(asked.length).toBeGreaterThan(2);
    for (const { id, attributes } of asked) expect([id, attributes.label]).not.toContain(undefined);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  });

  test('offer what the program knows', () => {
    expect(options('new-control.yml', 'severity')).toEqual(severities);
    expect(options('vendor-onboarding.yml', 'matter-type')).toEqual(matterTypes);
  });
});

test('every dependency that wants to run a script at installation has been answered', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const asking = Object.entries<{ hasInstallScript?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(Object.keys(pack.allowScripts)).toEqual([...new Set(asking)].sort());
});
