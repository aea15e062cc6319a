import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Evaluation, evaluate } from '../../../policies/pipeline.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadExceptions } from '../../config/load-exceptions.ts';
import { vendorSlugs } from '../../config/vendor-slugs.ts';

export interface RunChecksOptions {
  /** YYYY-MM-DD for which dates are evaluated. */
  readonly asOf: string;
  /** Exceptions file. @default - config/exceptions.yaml for an assembly, none for template files */
  readonly exceptions?: { readonly file: string; readonly required: boolean };
  /** Ids of our controls. @default - all, and everything else */
  readonly controls?: readonly string[];
  /** CloudFormation's validation. @default true */
  readonly cloudFormation?: boolean;
  /** Called with the name of each step that begins. @default - no calls */
  readonly progress?: (step: string) => void;
}

/**
 * Reads an assembly, or template files, and runs every check there is.
 *
 * @throws UnusableInputError when the assembly or the exceptions cannot be used.
 */
export function runChecks(paths: string | readonly string[], options: RunChecksOptions): Evaluation {
  const assembly = readAssembly(paths);
  const { exceptions = exceptionsFor(paths), ...rest } = options;
  const built = new Set(assembly.stacks.map(({ id }) => id.split('/')[0]));
  return evaluate(assembly, {
    ...rest,
    ...(exceptions && {
      exceptions: loadExceptions(exceptions.file, exceptions.required),
      absentStages: vendorSlugs(dirname(exceptions.file)).filter((slug) => !built.has(slug)),
    }),
    clock: () => performance.now(),
  });
}

/** Ours are about what this repository synthesizes; on somebody's template they would all be unused. */
function exceptionsFor(paths: string | readonly string[]): RunChecksOptions['exceptions'] {
  const isAssembly = [paths].flat().every((path) => statSync(path).isDirectory());
  return isAssembly ? { file: 'config/exceptions.yaml', required: false } : undefined;
}
