import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Exception } from '../model/exception.ts';
import { type Finding, UnusableInputError } from '../model/finding.ts';
import { exceptionsSchema } from './exceptions-schema.ts';
import { loadYaml } from './load-yaml.ts';

/**
 * Reads an exceptions file; a default file that is not there holds no exception.
 *
 * @throws UnusableInputError with every problem of the file.
 */
export function loadExceptions(file: string, required: boolean): readonly Exception[] {
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
