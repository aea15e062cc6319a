import { keep } from '../../lib/model/keep.ts';
import type { AccessCase, Caller } from './access/access-case.ts';
import { isLike } from './is-like.ts';
import type { Condition, GlobMatch, Operator, PrincipalPattern, Statement } from './policy/statement.ts';

/**
 * Decides one concrete request, the plain way, straight from the AWS documentation.
 *
 * The prover's answers are checked against this. It shares the parsed policy types with it and nothing else:
 * no automaton, no partition, no box, no principal matching. Keep it so.
 */
export interface ConcreteRequest {
  readonly action: string;
  readonly resource: string;
  readonly parent: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

export interface Decision {
  readonly allowed: boolean;
  readonly deniedBy: readonly Statement[];
  readonly allowedBy: readonly Statement[];
}

/** Evaluates every layer of the case; an explicit Deny anywhere wins. */
export function evaluateRequest(access: AccessCase, request: ConcreteRequest): Decision {
  const { caller } = access;
  const on = (statements: readonly Statement[] | undefined, resource: string): Statement[] =>
    statements === undefined
      ? []
      : statementsTaking(statements, request.action).filter((statement) =>
          applies(statement, caller, request, resource),
        );
  const identity = on(access.identity, request.resource);
  const boundary = on(access.boundary, request.resource);
  const session = on(access.session, request.resource);
  const endpoint = on(access.endpoint, request.resource);
  const onResource = [
    ...on(access.resourcePolicy, request.resource),
    ...on(access.parentPolicy, request.parent),
  ];
  const control = [
    ...on(access.serviceControl, request.resource),
    ...on(access.resourceControl, request.resource),
  ];
  const all = [...identity, ...boundary, ...session, ...endpoint, ...onResource, ...control];
  const deniedBy = all.filter(({ effect }) => effect === 'Deny');
  const allows = (list: readonly Statement[]): boolean => list.some(({ effect }) => effect === 'Allow');
  const within = (limit: readonly Statement[] | undefined, list: readonly Statement[]): boolean =>
    limit === undefined || allows(list);

  const grants = onResource.filter(({ effect }) => effect === 'Allow');
  const naming = (kinds: ReadonlySet<string>): boolean =>
    grants.some(({ principals = [] }) => kinds.has(strongest(principals, caller)));
  const limited = within(access.boundary, boundary) && within(access.session, session);
  let granted: boolean;
  if (access.identity === undefined) granted = naming(new Set(['role', 'anyhow']));
  else if (caller.account !== access.resourceAccount) {
    granted = allows(identity) && limited && naming(new Set(['role', 'anyhow', 'account']));
  } else {
    const account = access.authority === 'either' || naming(new Set(['account']));
    granted =
      (allows(identity) && limited && account) ||
      (naming(new Set(['role'])) && limited) ||
      naming(new Set(['anyhow']));
  }
  const passes = within(access.endpoint, endpoint);
  return {
    allowed: granted && passes && deniedBy.length === 0,
    deniedBy,
    allowedBy: all.filter(({ effect }) => effect === 'Allow'),
  };
}

/** True where a request shows what a selector asks for; for checking a request against the facts of a case. */
export const showsAll = (conditions: readonly Condition[], request: ConcreteRequest): boolean =>
  conditions.every((condition) => holds(condition, request));

/** True where a text matches an `Action`, `Resource` or their negation. */
export const matchesAny = (
  match: GlobMatch | undefined,
  text: string,
  request: ConcreteRequest,
  fold = false,
): boolean =>
  match === undefined ||
  match.negated !==
    match.patterns.some((pattern) => {
      const filled = fill(pattern, request);
      return filled !== undefined && isLike(filled, text, fold);
    });

function applies(statement: Statement, caller: Caller, request: ConcreteRequest, resource: string): boolean {
  return (
    (statement.principals === undefined || strongest(statement.principals, caller) !== 'none') &&
    matchesAny(statement.resources, resource, request) &&
    showsAll(statement.conditions, request)
  );
}

const taking = new WeakMap<readonly Statement[], Map<string, readonly Statement[]>>();

/** Requests for the same few actions are put to the same lists again and again. IAM fills no variable in an action. */
const statementsTaking = (statements: readonly Statement[], action: string): readonly Statement[] =>
  keep(
    keep(taking, statements, () => new Map()),
    action,
    () =>
      statements.filter(
        ({ actions }) =>
          actions === undefined ||
          actions.negated !== actions.patterns.some((pattern) => isLike(pattern, action, true)),
      ),
  );

/** `role`: named by role ARN, which a boundary limits; `anyhow`: named in a way that nothing limits. */
function strongest(
  principals: readonly PrincipalPattern[],
  caller: Caller,
): 'anyhow' | 'role' | 'account' | 'none' {
  const isIdentity = caller.kind === 'role' || caller.kind === 'user' || caller.kind === 'root';
  const isNamed = (principal: PrincipalPattern): boolean =>
    (principal.kind === 'service' && caller.kind === 'service' && principal.name === caller.name) ||
    (principal.kind === 'federated' && caller.kind === 'federated' && principal.provider === caller.name) ||
    (principal.kind === 'arn' && caller.kind === 'user' && principal.arn === caller.arn) ||
    (principal.kind === 'arn' && isSession(principal.arn, caller.arn));
  if (principals.some((principal) => principal.kind === 'everyone' || isNamed(principal))) return 'anyhow';
  if (principals.some((principal) => principal.kind === 'arn' && principal.arn === caller.arn)) return 'role';
  const account = principals.some(
    (principal) => principal.kind === 'account' && principal.account === caller.account,
  );
  return account && isIdentity ? 'account' : 'none';
}

/** True where `arn:aws:sts::1:assumed-role/name/session` is a session of the role; paths do not show in it. */
function isSession(arn: string, role: string | undefined): boolean {
  const parts = arn.split(':');
  const roleParts = (role ?? '').split(':');
  if (parts[2] !== 'sts' || parts[4] !== roleParts[4]) return false;
  const [kind, name] = (parts[5] ?? '').split('/');
  return kind === 'assumed-role' && name === roleParts[5]?.split('/').at(-1);
}

function holds({ operator, key, values }: Condition, request: ConcreteRequest): boolean {
  const raw = request.context[key];
  const present = typeof raw === 'string' || (raw !== undefined && raw.length > 0);
  if (operator.family === 'null') return values.some((value) => (value.toLowerCase() === 'true') !== present);
  if (!present) {
    if (operator.quantifier === 'any') return false;
    return operator.negated || operator.ifExists || operator.quantifier === 'all';
  }
  const given = typeof raw === 'string' ? [raw] : raw;
  return operator.quantifier === 'any'
    ? given.some((value) => isOne(operator, values, value, request))
    : given.every((value) => isOne(operator, values, value, request));
}

const isOne = (
  operator: Operator,
  wanted: readonly string[],
  value: string,
  request: ConcreteRequest,
): boolean => operator.negated !== wanted.some((each) => equal(operator, each, value, request));

function equal(operator: Operator, wanted: string, value: string, request: ConcreteRequest): boolean {
  const text = fill(wanted, request);
  if (text === undefined) return false;
  switch (operator.family) {
    case 'string':
      return withoutEscapes(text) === value;
    case 'string-ignore-case':
    case 'bool':
      return withoutEscapes(text).toLowerCase() === value.toLowerCase();
    case 'string-like':
      return isLike(text, value, false);
    case 'arn':
      return sameArn(text, value);
    case 'numeric':
      return compare(operator, Number(value), Number(text));
    case 'date':
      return compare(operator, Date.parse(value), Date.parse(text));
    case 'ip':
      return inRange(value, text);
    case 'null':
      return false;
  }
}

function compare({ comparison }: Operator, value: number, bound: number): boolean {
  if (comparison === 'equals') return value === bound;
  if (comparison === 'less') return value < bound;
  if (comparison === 'less-equals') return value <= bound;
  if (comparison === 'greater') return value > bound;
  return value >= bound;
}

/** Each of the first five components on its own; the sixth is everything that is left. */
function sameArn(pattern: string, value: string): boolean {
  const [wanted, given] = [componentsOf(pattern), componentsOf(value)];
  return (
    wanted.length === 6 &&
    given.length === 6 &&
    wanted.every((part, index) => isLike(part, given[index] as string, false))
  );
}

const components = new Map<string, readonly string[]>();

const componentsOf = (arn: string): readonly string[] =>
  keep(components, arn, () => {
    const parts = arn.split(':');
    return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
  });

function inRange(value: string, range: string): boolean {
  const [network = '', length] = range.split('/');
  const a = toBits(value);
  const b = toBits(network);
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const bits = length === undefined ? a.length : Number(length);
  return a.slice(0, bits) === b.slice(0, bits);
}

/** Address as a string of binary digits. */
function toBits(text: string): string | undefined {
  if (text.includes('.')) {
    const parts = text.split('.');
    if (parts.length !== 4 || parts.some((part) => !/^\d+$/.test(part) || Number(part) > 255))
      return undefined;
    return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('');
  }
  if (!text.includes(':')) return undefined;
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const written = halves.flat();
  if (halves.length > 2 || written.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const zeros = Array<string>(8 - written.length).fill('0');
  const groups = halves.length === 2 ? [...(halves[0] ?? []), ...zeros, ...(halves[1] ?? [])] : written;
  if (groups.length !== 8) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

/** Puts the request's values in for `${key}`; undefined when the request has none. */
function fill(text: string, request: ConcreteRequest): string | undefined {
  if (!text.includes('${')) return text;
  let missing = false;
  const filled = text.replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    if (name === '*' || name === '?' || name === '$') return whole;
    const value = request.context[name.toLowerCase()];
    if (typeof value !== 'string') missing = true;
    return typeof value === 'string' ? value.replace(/[*?$]/g, (char) => `\${${char}}`) : '';
  });
  return missing ? undefined : filled;
}

const withoutEscapes = (text: string): string => text.replace(/\$\{([*?$])\}/g, '$1');
