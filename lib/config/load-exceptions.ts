import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Finding, UnusableInputError } from '../model/finding.ts';
import { exceptionsSchema } from './exceptions-schema.ts';
import { loadYaml } from './load-yaml.ts';

/** An entry of an exceptions file and the place it is written at. */
export interface LoadedException {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly expires: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads an exceptions file; a default file that is not there holds no exception.
 *
 * @throws UnusableInputError with every problem of the file.
 */
export function loadExceptions(file: string, required: boolean): readonly LoadedException[] {
  if (!required && !existsSync(file)) return [];
  const problems: Finding[] = [];
  const loaded = loadYaml(dirname(file), file, exceptionsSchema, problems);
  if (problems.length > 0 || !loaded) throw new UnusableInputError(problems);
  return loaded.value.exceptions.map((exception, index) => ({
    ...exception,
    file,
    line: loaded.source.position(['exceptions', index]).line,
  }));
}
