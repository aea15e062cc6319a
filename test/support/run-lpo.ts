import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

export interface LpoRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_EC2_METADATA_DISABLED: 'true',
};

const program = join(import.meta.dirname, '../../bin/lpo.ts');
let runs = 0;
let running = Promise.resolve();

/**
 * Runs the `lpo` command as it is, from its first line on, in the thread of the test: the arguments, the environment,
 * both outputs and the exit code are those of a process, and Node need not start and load the CDK anew. Standard input
 * holds what is given, and is no terminal. An output that is `full` refuses what is written, as a full disk does. `bin/process.test.ts` holds that a process gives the same.
 */
export function runLpo(
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
  full?: 'stdout' | 'stderr',
): Promise<LpoRun> {
  const run = running.then(() => runHere(args, env, input, full));
  running = run.then(
    () => undefined,
    () => undefined,
  );
  return run;
}

async function runHere(
  args: readonly string[],
  env: Record<string, string>,
  input: string,
  full?: 'stdout' | 'stderr',
): Promise<LpoRun> {
  const before = { argv: process.argv, env: { ...process.env }, code: process.exitCode };
  const output = { stdout: '', stderr: '' };
  const restore = (['stdout', 'stderr'] as const).map((name) =>
    capture(name, (text) => {
      if (name === full) throw noSpace();
      output[name] += text;
    }),
  );
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  process.argv = [process.execPath, program, ...args];
  Object.assign(process.env, credentials, env);
  process.exitCode = undefined;
  try {
    await import(`${pathToFileURL(program).href}?run=${++runs}`);
    return { code: Number(process.exitCode ?? 0), ...output };
  } finally {
    for (const one of restore) one();
    if (stdin) Object.defineProperty(process, 'stdin', stdin);
    process.argv = before.argv;
    for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name];
    Object.assign(process.env, before.env);
    process.exitCode = before.code;
  }
}

const noSpace = (): Error =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });

/** Takes what is written to a stream; the function returned ends that, and the listeners that were added meanwhile. */
function capture(name: 'stdout' | 'stderr', take: (text: string) => void): () => void {
  const stream = process[name];
  const { write } = stream;
  const known = new Set(stream.listeners('error'));
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    const done = rest.find((each): each is () => void => typeof each === 'function');
    if (done) queueMicrotask(done);
    return true;
  }) as typeof stream.write;
  return () => {
    stream.write = write;
    for (const listener of stream.listeners('error'))
      if (!known.has(listener)) stream.off('error', listener as () => void);
  };
}

/** The same in a process of its own. */
export function spawnLpo(args: readonly string[], env: Record<string, string> = {}, input = ''): LpoRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program.replace(/ts$/, 'mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...credentials, ...env },
    input,
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
