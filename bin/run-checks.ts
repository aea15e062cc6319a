import { loadExceptions } from '../lib/config/load-exceptions';
import { readAssembly } from '../policies/assembly/read-assembly';
import { type CheckResult, checkAssembly } from '../policies/check/check-assembly';

export interface RunChecksOptions {
  /** YYYY-MM-DD on which dates are judged. */
  readonly asOf: string;
  /** Exceptions file. @default - config/exceptions.yaml where it exists */
  readonly exceptions?: string;
  /** Ids of our controls. @default - all, and everything else */
  readonly controls?: readonly string[];
  /** CloudFormation's validation. @default - unless CDK_VALIDATION=false */
  readonly cloudFormation?: boolean;
  /** Told what begins. */
  readonly progress?: (step: string) => void;
}

/**
 * Reads an assembly, or template files, and runs every check there is.
 *
 * @throws UnusableInputError when the assembly or the exceptions cannot be used.
 */
export function runChecks(paths: string | readonly string[], options: RunChecksOptions): CheckResult {
  const assembly = readAssembly(paths);
  return checkAssembly(assembly, {
    asOf: options.asOf,
    exceptions: loadExceptions(
      options.exceptions ?? 'config/exceptions.yaml',
      options.exceptions !== undefined,
    ),
    cloudFormation: options.cloudFormation ?? process.env.CDK_VALIDATION !== 'false',
    clock: () => performance.now(),
    ...(options.controls ? { controls: options.controls } : {}),
    ...(options.progress ? { progress: options.progress } : {}),
  });
}
