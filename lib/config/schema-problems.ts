import { z } from 'zod';
import { asText } from '../model/as-text.ts';
import { problemCodes } from '../model/fields.ts';
import { type Finding, inputFinding } from '../model/finding.ts';
import { didYouMean, likelyNames, nearestName } from './nearest-name.ts';
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
  const missing = new Set(issues.filter((issue) => isMissing(value, issue)).map(({ path }) => keyOf(path)));
  const misspelt = issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key] as YamlPath) : [],
    )
    .map((path) => unknownField(schema, value, path, missing, source));
  // A field that is there under a wrong name is one problem.
  const renamed = new Set(misspelt.map(({ meant }) => meant && keyOf(meant)));
  const others = issues
    .filter((issue) => issue.code !== 'unrecognized_keys' && !renamed.has(keyOf(issue.path)))
    .map((issue) => valueProblem(schema, value, issue, source));
  const seen = new Set<string>();
  return [...others, ...misspelt.map(({ finding }) => finding)].filter((finding) => {
    // One value may break two rules of its field, in the same words.
    const key = JSON.stringify(finding);
    return !seen.has(key) && seen.add(key);
  });
}

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path);

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], root);

const isMissing = (root: unknown, { code, path }: z.core.$ZodIssue): boolean =>
  (code === 'invalid_type' || code === 'invalid_value') && valueAt(root, path) === undefined;

/** A field that the schema does not have, and the one that is missing in its place. */
function unknownField(
  schema: z.ZodType,
  root: unknown,
  path: YamlPath,
  missing: ReadonlySet<string>,
  source: YamlFile,
): { finding: Finding; meant?: YamlPath } {
  const above = path.slice(0, -1);
  const parent = schemaAt(schema, above);
  const known = parent instanceof z.ZodObject ? Object.keys(parent.shape) : [];
  const present = Object.keys(valueAt(root, above) ?? {});
  const name = `${path.at(-1)}`;
  const near = nearestName(
    name,
    known.filter((each) => !present.includes(each)),
  );
  const meant = near !== undefined && missing.has(keyOf([...above, near])) ? [...above, near] : undefined;
  const finding = inputFinding({
    code: 'CFG-UNKNOWN-FIELD',
    where: source.place(path, 'key'),
    got: `"${name}"`,
    expected: near ? `"${near}"` : `one of ${known.join(', ')}`,
    fix: meant
      ? `rename it to "${near}", which is missing`
      : near
        ? `rename it to "${near}", or remove it`
        : 'remove it',
  });
  return { finding, ...(meant && { meant }) };
}

function valueProblem(schema: z.ZodType, root: unknown, issue: z.core.$ZodIssue, source: YamlFile): Finding {
  const path = issue.path as YamlPath;
  const value = valueAt(root, path);
  const where = source.place(path);
  const name = path.filter((step) => typeof step === 'string').at(-1) ?? 'the file';
  const field = schemaAt(schema, path);
  const expected = expectation(issue, field);
  if (isMissing(root, issue))
    return inputFinding({
      code: 'CFG-MISSING-FIELD',
      where,
      got: `no "${name}"`,
      expected,
      fix: `add "${name}"`,
    });
  const likely = typeof value === 'string' ? meantBy(value, issue, field) : [];
  return inputFinding({
    code: codeOf(issue, field),
    where,
    got: `${name}: ${showValue(value)}`,
    expected,
    fix: likely.length > 0 ? didYouMean(likely) : remedy(issue, value),
  });
}

/** Values that a person may have meant: of a closed list, or as the field knows it. */
function meantBy(text: string, issue: z.core.$ZodIssue, field: z.ZodType | undefined): readonly string[] {
  if (issue.code === 'invalid_value') return likelyNames(text, issue.values.map(asText));
  const meant = field && problemCodes.get(field)?.meantBy?.(text);
  return meant === undefined ? [] : [meant];
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
