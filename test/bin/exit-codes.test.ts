import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commandLines, lpoCommands } from '../support/lpo-program.ts';
import { runLpo, spawnLpo } from '../support/run-lpo.ts';

const folder = mkdtempSync(join(tmpdir(), 'exit-codes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const template = 'test/bin/open-bucket.yaml';
const lpo = resolve('bin/lpo.mjs');
const day = ['--as-of', '2026-11-21'];

/** Command lines that end with something on standard output, and their exit code. */
const printing: readonly (readonly [number, readonly string[]])[] = [
  [0, ['--help']],
  [0, ['--version']],
  [0, ['controls']],
  [0, ['explain', 'LPO-DAT-01']],
  [0, ['validate', ...day]],
  [0, ['expiring', ...day]],
  [0, ['roster', ...day]],
  [0, ['guide', 'luzon']],
  [1, ['check', template, '--control', 'LPO-DAT-02']],
];

describe('a full disk', () => {
  test.each(printing)('under standard output ends %# with 2 and one message', async (_, args) => {
    const { code, stdout, stderr } = await runLpo(args, {}, '', 'stdout');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^standard output FILE-REFUSED\n {2}got +ENOSPC: no space left\n[\s\S]*\n1 finding\.\n$/,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('under standard error leaves every command its exit code', async () => {
    for (const [code, args] of printing)
      expect([args, (await runLpo(args, {}, '', 'stderr')).code]).toEqual([args, code]);
    for (const args of await commandLines('x'))
      if (args.length > 1) expect([args, (await runLpo(args, {}, '', 'stderr')).code]).toEqual([args, 2]);
  });

  // A limit on the size of files stands for the disk; both streams are files in a folder of our own.
  test.each([
    [2, '>', 'controls'],
    [2, '>', `prove ${template}`],
    [1, '2>', `prove ${template}`],
    [2, '2>', 'explain nothing'],
  ])('in a process ends with %s: %s %s', (code, stream, args) => {
    const script = `trap '' XFSZ; ulimit -f 0; exec "$0" "$1" ${args} ${stream} "$2"`;
    const run = spawnSync('bash', ['-c', script, process.execPath, lpo, join(folder, 'full')], {
      encoding: 'utf8',
    });
    expect([run.status, run.stderr.includes('\n    at ')]).toEqual([code, false]);
    if (stream === '>') expect(run.stderr).toContain('standard output FILE-REFUSED');
  });
});

test('a working folder that is gone ends every command with 2 and one line', () => {
  const gone = join(folder, 'gone');
  mkdirSync(gone);
  const script = 'cd "$2" && rmdir "$2" && exec "$0" "$1" controls';
  const run = spawnSync('bash', ['-c', script, process.execPath, lpo, gone], { encoding: 'utf8' });
  expect([run.status, run.stdout, run.stderr]).toEqual([
    2,
    '',
    'The working folder is gone; change to one that is there.\n',
  ]);
});

describe('a crash', () => {
  const crashed = (...args: string[]) =>
    spawnSync(process.execPath, [lpo, 'validate', ...args], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: `--import ${preload()}` },
    });
  /** Throws once the program has begun, where no command can catch it. */
  function preload(): string {
    const file = join(folder, 'preload.mjs');
    const handled = "process.listenerCount('uncaughtException') > 0";
    const crash = `if (${handled}) { clearInterval(each); throw new TypeError('planted'); }`;
    writeFileSync(file, `const each = setInterval(() => { ${crash} }, 1);\neach.unref();\n`);
    return file;
  }

  test('has an exit code of its own and one line, and a trace for whoever asks', () => {
    const run = crashed();
    expect([run.status, run.stderr]).toEqual([
      3,
      expect.stringMatching(/^[^\n]*fault of lpo[^\n]*planted[^\n]*\n$/),
    ]);
    expect(crashed('--debug').stderr).toMatch(/planted[\s\S]*\n {4}at /);
  });
});

test('context of the CDK that is no JSON ends the app with 2 and names the variable', () => {
  for (const CDK_CONTEXT_JSON of ['{', '[]', 'null']) {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
      encoding: 'utf8',
      env: { ...process.env, CDK_CONTEXT_JSON, CDK_OUTDIR: join(folder, 'none') },
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/CLI-OPTION\n {2}got +CDK_CONTEXT_JSON that is no object in JSON\n/);
  }
});

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await runLpo(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a typo gets a suggestion and one line of help', async () => {
  const command = await runLpo(['chek', template]);
  expect(command).toMatchObject({ code: 2, stdout: '' });
  expect(command.stderr).toMatch(/^error: unknown command 'chek'\n\(Did you mean check\?\)\n.+--help.+\n$/);
  const option = await runLpo(['check', template, '--controll', 'x']);
  expect(option.stderr).toMatch(
    /^error: unknown option '--controll'\n\(Did you mean --control\?\)\n.+--help.+\n$/,
  );
});

test('an empty argument or option is refused at once, by every command', async () => {
  expect((await lpoCommands()).length).toBeGreaterThan(20);
  for (const args of await commandLines(''))
    if (args.length > 1) expect([args, (await runLpo(args)).code]).toEqual([args, 2]);
  const { stderr } = await runLpo(['synth', '--output', '']);
  expect(stderr).toContain('--output is empty');
  expect((await runLpo(['check', template, '--exceptions', ''])).stderr).toContain('--exceptions is empty');
});

test('a reader who stops early gets the verdict as exit code', () => {
  const run = spawnSync('bash', [
    '-o',
    'pipefail',
    '-c',
    `"$0" "$1" check ${template} --control LPO-DAT-02 | true`,
    process.execPath,
    lpo,
  ]);
  expect(run.status).toBe(1);
  expect(spawnLpo(['controls']).code).toBe(0);
});
