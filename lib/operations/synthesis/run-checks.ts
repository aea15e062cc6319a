import { statSync } from 'node:fs';
import { type CheckResult, checkAssembly } from '../../../policies/pipeline/check-assembly.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { type LoadedException, loadExceptions } from '../../config/load-exceptions.ts';

export interface RunChecksOptions {
  /** YYYY-MM-DD on which dates are judged. */
  readonly asOf: string;
  /** Exceptions file. @default - config/exceptions.yaml for an assembly, none for template files */
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
    exceptions: exceptionsFor(paths, options.exceptions),
    cloudFormation: options.cloudFormation ?? process.env.CDK_VALIDATION !== 'false',
    clock: () => performance.now(),
    ...(options.controls ? { controls: options.controls } : {}),
    ...(options.progress ? { progress: options.progress } : {}),
  });
}

/** Ours are about what this repository synthesizes; on somebody's template they would all be unused. */
function exceptionsFor(
  paths: string | readonly string[],
  file: string | undefined,
): readonly LoadedException[] {
  if (file !== undefined) return loadExceptions(file, true);
  const isAssembly = [paths].flat().every((path) => statSync(path).isDirectory());
  return isAssembly ? loadExceptions('config/exceptions.yaml', false) : [];
}
