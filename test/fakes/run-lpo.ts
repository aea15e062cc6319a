import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface LpoRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environment = {
  PATH: process.env.PATH ?? '',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Runs the `lpo` command as a person would, in a process of its own. */
export function runLpo(args: readonly string[], env: Record<string, string> = {}): Promise<LpoRun> {
  return new Promise((resolve) => {
    const command = join(import.meta.dirname, '../../bin/lpo.mjs');
    const child = spawn(process.execPath, [command, ...args], { env: { ...environment, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
