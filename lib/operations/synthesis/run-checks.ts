import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Evaluation, evaluate, type Run } from '../../../policies/pipeline.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadExceptions } from '../../config/load-exceptions.ts';
import { vendorSlugs } from '../../config/vendor-slugs.ts';
import { unusableOption } from '../../model/unusable-option.ts';
import { checkSeal } from '../seal/check-seal.ts';
import { firmFilesOf } from './firm-files.ts';

export interface RunChecksOptions {
  /** YYYY-MM-DD for which dates are evaluated. */
  readonly asOf: string;
  /** Exceptions file. @default - config/exceptions.yaml for an assembly, none for template files */
  readonly exceptions?: { readonly file: string; readonly required: boolean };
  /** Ids of our controls. @default - all, and everything else */
  readonly controls?: readonly string[];
  /** Public half of the key that sealed the assembly, in PEM; what is not what was sealed is not read. @default - no seal is asked for */
  readonly sealedBy?: string;
  /** Folder of the firm's configuration, to compare with what templates repeat of it. @default - nothing is compared */
  readonly config?: string;
  /** CloudFormation's validation. @default true */
  readonly cloudFormation?: boolean;
  /** Called with the name of each step that begins. @default - no calls */
  readonly progress?: (step: string) => void;
}

/**
 * Reads an assembly, or template files, and runs every check there is. An assembly that is not the one that was sealed
 * is not read any further: the departures are the verdict.
 *
 * @throws UnusableInputError when the assembly, the exceptions, the seal or its key cannot be used.
 */
export function runChecks(paths: string | readonly string[], options: RunChecksOptions): Evaluation {
  const { sealedBy, ...rest } = options;
  if (sealedBy === undefined) return evaluateAll(paths, rest);
  const started = performance.now();
  const directory = theAssembly(paths);
  const { files, findings } = checkSeal(directory, sealedBy);
  const run: Run = { source: 'seal', evaluations: files, milliseconds: performance.now() - started };
  if (findings.length > 0)
    return {
      ...{ directory, asOf: options.asOf, stacks: 0, resources: 0 },
      ...{ runs: [run], findings, acknowledged: [], excepted: [] },
      notRun: ['everything else: nothing is read of an assembly that is not the one that was sealed'],
    };
  const evaluation = evaluateAll(paths, rest, true);
  return { ...evaluation, runs: [run, ...evaluation.runs] };
}

/** @throws UnusableInputError for more than one path, and for what is no folder: only an assembly has a seal. */
function theAssembly(paths: string | readonly string[]): string {
  const [first = '', ...others] = [paths].flat();
  if (others.length === 0 && statSync(first, { throwIfNoEntry: false })?.isDirectory()) return first;
  throw unusableOption('--sealed-by', `with ${[paths].flat().join(', ')}`, 'one assembly, a folder');
}

function evaluateAll(
  paths: string | readonly string[],
  options: Omit<RunChecksOptions, 'sealedBy'>,
  isSealed = false,
): Evaluation {
  const { config, ...others } = options;
  const firm = config === undefined ? undefined : loadConfig(config);
  const assembly = {
    ...{ ...readAssembly(paths), isSealed },
    ...(firm && { firm: firmFilesOf(firm) }),
  };
  const { exceptions = exceptionsFor(paths, config), ...rest } = others;
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
function exceptionsFor(paths: string | readonly string[], config = 'config'): RunChecksOptions['exceptions'] {
  const isAssembly = [paths].flat().every((path) => statSync(path).isDirectory());
  return isAssembly ? { file: join(config, 'exceptions.yaml'), required: false } : undefined;
}
