import { z } from 'zod';
import { asText } from '../model/as-text.ts';
import { problemCodes } from '../model/fields.ts';
import { type Finding, inputFinding } from '../model/finding.ts';
import { nearestName } from './nearest-name.ts';
import { schemaAt } from './schema-at.ts';
import { showValue } from './show-value.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** Translates what the schema library found into problems with a place and a remedy. */
export function schemaProblems(
  schema: z.ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  source: YamlFile,
): Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path as YamlPath;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownField(schema, [...path, key], source));
    return [valueProblem(schema, value, issue, source)];
  });
}

function unknownField(schema: z.ZodType, path: YamlPath, source: YamlFile): Finding {
  const parent = schemaAt(schema, path.slice(0, -1));
  const known = parent instanceof z.ZodObject ? Object.keys(parent.shape) : [];
  const name = `${path.at(-1)}`;
  const near = nearestName(name, known);
  return inputFinding({
    code: 'CFG-UNKNOWN-FIELD',
    where: source.place(path, 'key'),
    got: `"${name}"`,
    expected: near ? `"${near}"` : `one of ${known.join(', ')}`,
    fix: near ? `rename it to "${near}", or remove it` : 'remove it',
  });
}

function valueProblem(schema: z.ZodType, root: unknown, issue: z.core.$ZodIssue, source: YamlFile): Finding {
  const path = issue.path as YamlPath;
  const value = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root);
  const where = source.place(path);
  const name = path.filter((step) => typeof step === 'string').at(-1) ?? 'the file';
  const expected = expectation(issue, schemaAt(schema, path));
  if (issue.code === 'invalid_type' && value === undefined)
    return inputFinding({
      code: 'CFG-MISSING-FIELD',
      where,
      got: `no "${name}"`,
      expected,
      fix: `add "${name}"`,
    });
  const near =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? nearestName(value, issue.values.map(asText))
      : undefined;
  return inputFinding({
    code: codeOf(issue, schemaAt(schema, path)),
    where,
    got: `${name}: ${showValue(value)}`,
    expected,
    fix: near ? `did you mean "${near}"?` : remedy(issue, value),
  });
}

function codeOf(issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  const special = schema && problemCodes.get(schema)?.code;
  if (special && special !== 'CFG-ACCOUNT-ID' && issue.code === 'invalid_type') return 'CFG-WRONG-TYPE';
  if (special) return special;
  if (issue.code === 'invalid_type') return 'CFG-WRONG-TYPE';
  if (issue.code === 'invalid_format') return 'CFG-PATTERN';
  if (issue.code === 'invalid_value') return 'CFG-NOT-ALLOWED';
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'CFG-OUT-OF-RANGE';
  return 'CFG-INVALID';
}

function expectation(issue: z.core.$ZodIssue, schema: z.ZodType | undefined): string {
  const own = schema && problemCodes.get(schema)?.expected;
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${units[issue.origin] ?? ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${units[issue.origin] ?? ''}`;
    default:
      return issue.message;
  }
}

const typeNames: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of fields',
};

const units: Record<string, string> = { array: ' entries', string: ' characters' };

function remedy(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number')
    return 'put it in quotes';
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'choose a value inside the limits';
  return 'replace the value';
}
