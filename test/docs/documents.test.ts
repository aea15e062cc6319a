import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.ts';
import { matterSchema } from '../../lib/config/vendor-schema.ts';
import { personOf } from '../../lib/functions/connect/decide.ts';
import { resolveProfile } from '../../lib/profile/resolve-profile.ts';
import { readmeBlocks, withBlocks } from '../../tools/readme-blocks.ts';
import { exampleAssembly } from '../support/example-assembly.ts';
import { runLpo } from '../support/run-lpo.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const documents = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter(Boolean);

/** Times differ between two runs of the same. */
const withoutTimes = (text: string): string =>
  text.replace(/ +[\d.]+ s$/gm, ' … s').replace(/[\d,.]+ ms\b/g, '… ms');

describe('README', () => {
  const readme = read('README.md');

  test('shows what the commands print (npm run readme writes it)', async () => {
    const [, asOf] = /^as of +(\d{4}-\d{2}-\d{2})$/m.exec(readme) ?? [];
    const blocks = await readmeBlocks(`${asOf}`, async (...args) => {
      const { code, stdout, stderr } = await runLpo(args);
      expect({ code, stderr }).toMatchObject({ code: 0 });
      return stdout.trimEnd();
    });
    expect([...blocks.keys()]).toEqual(['synth', 'controls', 'validate', 'prove', 'costs']);
    for (const block of blocks.values()) expect(block.length).toBeGreaterThan(200);
    expect(withoutTimes(readme)).toBe(withoutTimes(withBlocks(readme, blocks)));
  }, 300_000);

  test('a block without a place is an error', () => {
    expect(() => withBlocks('nothing', new Map([['synth', 'x']]))).toThrow('<!-- synth -->');
  });
});

test('there are documents', () => {
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/deploy.md']),
  );
});

describe.each(documents)('%s', (file) => {
  const text = read(file);

  test('leads only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link]) => `${link}`);
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });

  test('names only files, scripts and commands that exist', () => {
    // An example is a project of its own: what its page names lies in its folder.
    const home = file.startsWith('examples/') ? dirname(file) : '.';
    const { scripts } = JSON.parse(read(join(home, 'package.json')));
    const commands = readdirSync(join(root, 'bin/commands')).map((name) => name.replace('.ts', ''));
    const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => `${name}`);
    expect(named(/npm run ([a-z:-]*[a-z])/g).filter((name) => !(name in scripts))).toEqual([]);
    expect(named(/`(?:npx )?lpo ([a-z]+)/g).filter((name) => !commands.includes(name))).toEqual([]);
    const paths = named(/`((?:bin|lib|policies|test|docs|config|bench)\/[\w./-]*\w\.\w+)`/g);
    expect(paths.filter((path) => !existsSync(join(root, home, path)))).toEqual([]);
  });

  test('claims no compliance and names no machine', () => {
    expect(text).not.toMatch(/\bcompliant\b/i);
    expect(text).not.toMatch(/(^|\s)\/(home|root|tmp|work)\//m);
  });
});

describe('docs/deploy.md', () => {
  const text = read('docs/deploy.md');
  const assembly = exampleAssembly();
  const { organization, vendors } = loadConfig('config');

  test('leaves commands with values to the guide', () => {
    expect(text).toContain('`npx lpo guide meridian`');
    expect(text).not.toContain('```sh');
    expect(text).not.toMatch(/\b\d{12}\b/);
  });

  test('has a policy for every account that gets a stack', () => {
    const { management, security, logArchive, backup } = organization.accounts;
    const known = new Set([
      management,
      security,
      logArchive,
      backup,
      ...vendors.map(({ account }) => account),
    ]);
    expect(assembly.stacks.filter(({ account }) => !known.has(`${account}`))).toEqual([]);
    for (const name of readdirSync(join(root, 'docs/bootstrap'))) expect(text).toContain(`\`${name}\``);
  });

  test('a NameID made as it says is a person for the connect handler', () => {
    const [, nameId = ''] = /^\| NameID .*`([^`]+)` *\|$/m.exec(text) ?? [];
    expect(personOf(nameId)).toBe(nameId.split('@')[0]);
  });

  test('the retentions it advises for a canary are those its profile asks for', () => {
    const [, type = '', dataClass = ''] =
      /matter of the type `(\w+)` with no other class of data than `(\w+)`/.exec(text) ?? [];
    const { retentionFloorDays, logRetentionFloorDays } = resolveProfile(
      matterSchema.pick({ type: true, dataClasses: true }).parse({ type, dataClasses: [dataClass] }),
    );
    expect(text).toContain(`\`logRetentionDays: ${logRetentionFloorDays}\``);
    expect(text).toContain(`\`retentionDays: ${retentionFloorDays}\``);
  });

  test('lists every stack, and what it waits for', () => {
    const manifest = JSON.parse(
      readFileSync(join(assembly.directory, 'assembly-meridian/manifest.json'), 'utf8'),
    );
    const names = new Map<string, string>();
    for (const [id, artifact] of Object.entries<{ displayName?: string; type: string }>(manifest.artifacts))
      if (artifact.type === 'aws:cloudformation:stack')
        names.set(
          id,
          `${artifact.displayName}`.replace(/^meridian\/(Matter-)?([\w-]+).*$/, (_, matter, name) =>
            matter ? 'Matter-<id>' : name,
          ),
        );
    const rows = new Map(
      [...text.matchAll(/^\| `([\w<>-]+)`[^|]*\|[^|]*\|([^|]*)\|$/gm)].map(([, stack, waits]) => [
        stack,
        [...`${waits}`.matchAll(/`(\w+)`/g)].map(([, name]) => `${name}`).sort(),
      ]),
    );
    const waits = new Map(
      [...names].map(([id, name]) => [
        name,
        (manifest.artifacts[id].dependencies as string[])
          .flatMap((dependency) => names.get(dependency) ?? [])
          .sort(),
      ]),
    );
    for (const [stack, needs] of waits) expect({ stack, needs: rows.get(stack) }).toEqual({ stack, needs });
  });
});
