import type { PolicyDocument, Statement } from '../../lib/constructs/guardrails/policy-document';

/** One request as IAM sees it; a condition key that is not in `context` is absent. */
export interface Request {
  readonly action: string;
  readonly resource?: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

function glob(pattern: string, text: string): boolean {
  const source = [...pattern].map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/\W/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`, 's').test(text);
}

type Test = (pattern: string, value: string) => boolean;
const tests: Readonly<Record<string, Test>> = {
  ArnEquals: glob,
  ArnLike: glob,
  Bool: (pattern, value) => pattern === value,
  NumericLessThan: (pattern, value) => Number(value) < Number(pattern),
  StringEquals: (pattern, value) => pattern === value,
  StringLike: glob,
};

/** An operator this function does not know is an error: a test must not pass because it looked away. */
function holds(operator: string, patterns: readonly string[], value: Request['context'][string] | undefined) {
  if (operator === 'Null') return (value === undefined) === (patterns[0] === 'true');
  const any = operator.startsWith('ForAnyValue:');
  const ifExists = operator.endsWith('IfExists');
  const bare = operator.replace(/^ForAnyValue:/, '').replace(/IfExists$/, '');
  const negated = bare.includes('Not');
  const test = tests[bare.replace('Not', '')];
  if (!test) throw new Error(`unknown operator ${operator}`);
  if (value === undefined) return ifExists || (negated && !any);
  if (typeof value !== 'string' && !any) throw new Error(`${operator} on a multi-valued key`);
  const one = (each: string) => patterns.some((pattern) => test(pattern, each)) !== negated;
  return list(value).some(one);
}

function denies(statement: Statement, request: Request): boolean {
  const action = request.action.toLowerCase();
  const matches = (patterns: readonly string[]) => patterns.some((each) => glob(each.toLowerCase(), action));
  if (statement.Action ? !matches(statement.Action) : matches(statement.NotAction ?? ['*'])) return false;
  const resource = request.resource ?? '*';
  const covers = (patterns: string | readonly string[]) =>
    list(patterns).some((each) => glob(each, resource));
  if (statement.Resource ? !covers(statement.Resource) : covers(statement.NotResource ?? '*')) return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => holds(operator, list(patterns), request.context[key])),
  );
}

/** Sids of the statements that deny the request. */
export const denials = (policy: PolicyDocument, request: Request): string[] =>
  policy.Statement.filter((statement) => denies(statement, request)).map(({ Sid }) => Sid);
