import type { z } from 'zod';
import { readText } from '../files/read-text.ts';
import type { Finding } from '../model/finding.ts';
import { schemaProblems } from './schema-problems.ts';
import { parseYamlText, YamlFile } from './yaml-file.ts';
import { tooDeep, yamlProblems } from './yaml-problems.ts';

/** A value together with the file it came from, so that a later finding can say where. */
export interface Located<T> {
  readonly value: T;
  readonly source: YamlFile;
}

/** A mebibyte: some twenty times a vendor file with fifty people. */
const usualBytes = 1_048_576;

/**
 * Reads one YAML file under a strict schema; adds what is wrong with it to `problems`.
 *
 * @param maxBytes size from which the file is refused
 */
export function loadYaml<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Finding[],
  maxBytes = usualBytes,
): Located<T> | undefined {
  const text = readText(file, { family: 'CFG', maxBytes, within: root });
  if (typeof text !== 'string') {
    problems.push(text);
    return undefined;
  }
  const value = parse(file, text, problems);
  if (value === unusable) return undefined;
  const source = new YamlFile(file, text);
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, source };
  problems.push(...schemaProblems(schema, value, result.error.issues, source));
  return undefined;
}

const unusable = Symbol('unusable');

function parse(file: string, text: string, problems: Finding[]): unknown {
  try {
    const parsed = parseYamlText(text);
    const found = yamlProblems(file, text, parsed);
    problems.push(...found);
    return found.length > 0 ? unusable : parsed.document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(tooDeep(file));
    return unusable;
  }
}
