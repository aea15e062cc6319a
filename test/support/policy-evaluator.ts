type Values = string | readonly string[];

/** A statement of any policy, as parsed JSON. */
export interface AnyStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: '*' | Readonly<Record<string, Values>>;
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

export interface AnyPolicy {
  readonly Statement: readonly AnyStatement[];
}

/** One request as IAM sees it; a condition key that is not in `context` is absent. */
export interface Request {
  /** ARN of a role, or name of a service. Only asked for where a statement names principals. */
  readonly principal?: string;
  readonly action: string;
  readonly resource?: string;
  readonly context: Readonly<Record<string, Values>>;
}

const list = (value: Values): readonly string[] => (typeof value === 'string' ? [value] : value);

function glob(pattern: string, text: string): boolean {
  const source = [...pattern].map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/\W/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`, 's').test(text);
}

type Test = (pattern: string, value: string) => boolean;
const tests: Readonly<Record<string, Test>> = {
  ArnEquals: glob,
  ArnLike: glob,
  Bool: (pattern, value) => pattern === value,
  NumericGreaterThan: (pattern, value) => Number(value) > Number(pattern),
  NumericGreaterThanEquals: (pattern, value) => Number(value) >= Number(pattern),
  NumericLessThan: (pattern, value) => Number(value) < Number(pattern),
  NumericLessThanEquals: (pattern, value) => Number(value) <= Number(pattern),
  StringEquals: (pattern, value) => pattern === value,
  StringLike: glob,
};

/** An operator this function does not know is an error: a test must not pass because it looked away. */
function holds(operator: string, patterns: readonly string[], value: Values | undefined): boolean {
  if (operator === 'Null') return (value === undefined) === (patterns[0] === 'true');
  const all = operator.replace(/^ForAllValues:/, '');
  // True for an absent key, and for each value alone.
  if (all !== operator) return list(value ?? []).every((each) => holds(all, patterns, each));
  const any = operator.startsWith('ForAnyValue:');
  const ifExists = operator.endsWith('IfExists');
  const bare = operator.replace(/^ForAnyValue:/, '').replace(/IfExists$/, '');
  const negated = bare.includes('Not');
  const test = tests[bare.replace('Not', '')];
  if (!test) throw new Error(`unknown operator ${operator}`);
  if (value === undefined) return ifExists || (negated && !any);
  if (typeof value !== 'string' && !any) throw new Error(`${operator} on a multi-valued key`);
  return list(value).some((each) => patterns.some((pattern) => test(pattern, each)) !== negated);
}

/** A principal that is an account's root stands for everybody in that account. */
function names(principals: AnyStatement['Principal'], caller: string | undefined): boolean {
  if (principals === undefined || principals === '*') return true;
  return Object.values(principals)
    .flatMap(list)
    .some((each) => each === '*' || each === caller || isRootOf(each, caller));
}

const isRootOf = (principal: string, caller = ''): boolean =>
  principal.endsWith(':root') && caller.startsWith(principal.replace(/root$/, ''));

function applies(statement: AnyStatement, request: Request): boolean {
  const action = request.action.toLowerCase();
  const matches = (patterns: Values) => list(patterns).some((each) => glob(each.toLowerCase(), action));
  if (statement.Action && !matches(statement.Action)) return false;
  if (statement.NotAction && matches(statement.NotAction)) return false;
  const resource = request.resource ?? '*';
  const covers = (patterns: Values) => list(patterns).some((each) => glob(each, resource));
  if (statement.Resource && !covers(statement.Resource)) return false;
  if (statement.NotResource && covers(statement.NotResource)) return false;
  if (!names(statement.Principal, request.principal)) return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => holds(operator, list(patterns), request.context[key])),
  );
}

const sidsOf = (policy: AnyPolicy, effect: string, request: Request): string[] =>
  policy.Statement.filter((statement) => statement.Effect === effect && applies(statement, request)).map(
    ({ Sid }) => Sid ?? 'a statement without Sid',
  );

/** Sids of the statements that deny the request. */
export const denials = (policy: AnyPolicy, request: Request): string[] => sidsOf(policy, 'Deny', request);

/** Sids of the statements that allow the request. */
export const grants = (policy: AnyPolicy, request: Request): string[] => sidsOf(policy, 'Allow', request);
