import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLpo, spawnLpo } from '../support/run-lpo.ts';

// Other tests run the command in their own thread; what only a process has is held here.

test.each([
  ['0', ['controls']],
  ['1', ['check', 'test/bin/open-bucket.yaml', '--control', 'LPO-DAT-02']],
  ['2', ['explain', 'LPO-XXX-99']],
  ['2', ['no-such-command']],
])('exit code %s and the same output in a process and in the thread of a test: %j', async (code, args) => {
  const run = spawnLpo(args);
  expect(run.code).toBe(Number(code));
  expect(await runLpo(args)).toEqual(run);
});

test('what is on standard input is read in both', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'party-key-'));
  const key = join(folder, 'key');
  expect((await runLpo(['parties', 'key', '--out', key])).code).toBe(0);
  const args = ['parties', 'token', '--key', key];
  const run = spawnLpo(args, {}, 'Northgate Freight plc\n');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(await runLpo(args, {}, 'Northgate Freight plc\n')).toEqual(run);
});

test('a reader who stops early, as `head` does, gets no error', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../bin/lpo.mjs'), 'controls']);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect([code, stderr]).toEqual([0, '']);
});
