import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** moto answers some services over HTTP; see which of its answers may be believed in the suites that use it. */
export const isMotoInstalled = (): boolean => spawnSync('moto_server', ['--help']).status === 0;

export async function startMoto(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], {
    env: { ...process.env, PYTHONUNBUFFERED: '1' },
  });
  const url = await announced(child);
  const stop = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit').on('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url, stop };
}

const announced = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`moto_server ended: ${said}`)));
  });
