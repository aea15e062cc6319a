import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLpo } from '../../support/run-lpo.ts';

test.each(['text', 'markdown', 'json'])('prints it as %s', async (format) => {
  const { code, stdout, stderr } = await runLpo(['guide', 'meridian', '--format', format]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('meridian/Access');
  if (format === 'json') expect(JSON.parse(stdout)).toMatchObject({ vendor: 'meridian' });
  if (format === 'markdown') {
    expect(stdout).toMatch(/^# First deployment of meridian\n\n## 1\. /);
    expect(stdout.match(/^```/gm)?.length).toBe(2 * (stdout.match(/^```sh$/gm)?.length ?? 0));
  }
});

test('a vendor that does not exist is unusable input, with those that do', async () => {
  const { code, stdout, stderr } = await runLpo(['guide', 'merdian']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('one of luzon, meridian');
});

test('a configuration that is not valid is unusable input, with its place', async () => {
  const config = join(mkdtempSync(join(tmpdir(), 'guide-')), 'config');
  cpSync('config', config, { recursive: true });
  const file = join(config, 'vendors/meridian.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('region: eu-west-2', 'region: eu-west-22'));
  const { code, stdout, stderr } = await runLpo(['guide', 'meridian', '--config', config]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('meridian.yaml:');
});

test('another folder of configuration is named in the commands', async () => {
  const config = join(mkdtempSync(join(tmpdir(), 'guide-')), 'firm');
  cpSync('config', config, { recursive: true });
  const { stdout } = await runLpo(['guide', 'luzon', '--config', config]);
  expect(stdout).toContain(`npx lpo validate --config ${config}`);
  expect(stdout).toContain(`npx lpo roster --config ${config}`);
});

test('a vendor whose gate is shut has a guide too, which says what is missing', async () => {
  const config = join(mkdtempSync(join(tmpdir(), 'guide-')), 'config');
  cpSync('config', config, { recursive: true });
  const file = join(config, 'vendors/meridian.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ +secondApprover: .*\n/m, ''));
  const { code, stdout } = await runLpo(['guide', 'meridian', '--config', config]);
  expect(code).toBe(0);
  expect(stdout).toContain('m-7f3a9c secondApprover | none yet; gate ENG-R06 asks for one');
  expect((await runLpo(['validate', '--config', config, '--as-of', '2026-11-21'])).code).toBe(1);
});

test('certificates come from where the option says, and from OpenSSL without it', async () => {
  const usual = (await runLpo(['guide', 'meridian'])).stdout;
  expect(usual).toBe((await runLpo(['guide', 'meridian', '--certificates', 'openssl'])).stdout);
  const other = (await runLpo(['guide', 'meridian', '--certificates', 'private-authority'])).stdout;
  expect([usual.includes('acm-pca'), other.includes('acm-pca')]).toEqual([false, true]);
  const { code, stderr } = await runLpo(['guide', 'meridian', '--certificates', 'easy-rsa']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('openssl, private-authority')]);
});
