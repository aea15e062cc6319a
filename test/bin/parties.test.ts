import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLpo } from '../support/run-lpo.ts';

const lpo = (input: string, ...args: string[]) => runLpo(['parties', ...args], {}, input);

describe('lpo parties', () => {
  const folder = mkdtempSync(join(tmpdir(), 'party-key-'));
  const key = join(folder, 'key');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('makes a key for its owner alone, once', async () => {
    expect((await lpo('', 'key', '--out', key)).code).toBe(0);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await lpo('', 'key', '--out', key)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('EEXIST'),
    });
  });

  test('prints an entry without the name', async () => {
    const { code, stdout } = await lpo('Northgate Freight plc\nNGF\n', 'token', '--key', key);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^- id: y-[0-9a-f]{12}\n {2}exact:\n( {4}- [0-9a-f]{64}\n){2} {2}near:\n/);
    expect(stdout).not.toMatch(/northgate|freight/i);
  });

  test('refuses a key inside the repository, one that others can read, and a missing name', async () => {
    expect((await lpo('x\n', 'token', '--key', 'package.json')).stderr).toContain(
      'a path inside the repository',
    );
    expect(await lpo('', 'key', '--out', 'new.key')).toMatchObject({ code: 2 });
    expect((await lpo('\n', 'token', '--key', key)).stderr).toContain('a name on the first line');
    chmodSync(key, 0o644);
    expect((await lpo('x\n', 'token', '--key', key)).stderr).toContain('a file that others can read');
  });
});
