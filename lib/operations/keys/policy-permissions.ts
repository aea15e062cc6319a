/** A key policy that cannot be read; comparing it would be guessing. */
export class PolicyShapeError extends Error {}

/**
 * One indivisible piece of a policy: one principal, one action, one resource under one condition.
 *
 * Statements are split into these because KMS and the CDK merge, split, order and case them differently
 * while the meaning stays. Parts with `Not...` hold as a whole and are not split.
 */
export interface Permission {
  readonly effect: string;
  readonly principal: string;
  /** Lower case, as IAM compares it. */
  readonly action: string;
  readonly resource: string;
  /** Canonical text; empty without a condition. */
  readonly condition: string;
}

const policyFields = new Set(['Version', 'Id', 'Statement']);
const statementFields = new Set([
  ...['Sid', 'Effect', 'Condition'],
  ...['Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
]);

/**
 * Every permission of a key policy, by a text that is equal exactly when the permission is.
 *
 * @param keyArn of the key that carries the policy: as a resource it means the same as `*`.
 * @throws PolicyShapeError at the first element this reading does not know.
 */
export function permissions(policy: unknown, keyArn?: string): Map<string, Permission> {
  const document = object(policy, 'the policy');
  onlyKnown(document, policyFields, 'the policy');
  const all = new Map<string, Permission>();
  for (const raw of list(document.Statement)) {
    const statement = object(raw, 'a statement');
    onlyKnown(statement, statementFields, 'a statement');
    const effect = statement.Effect;
    if (effect !== 'Allow' && effect !== 'Deny') throw new PolicyShapeError(`Effect ${show(effect)}`);
    const condition = conditionText(statement.Condition);
    for (const principal of parts(statement, 'Principal', principals))
      for (const action of parts(statement, 'Action', actions))
        for (const resource of parts(statement, 'Resource', (value) => resources(value, keyArn)))
          add(all, { effect, principal, action, resource, condition });
  }
  return all;
}

/** `2008-10-17` when absent: then policy variables are plain text. */
export const policyVersion = (policy: unknown): string =>
  String((policy as { Version?: unknown } | undefined)?.Version ?? '2008-10-17');

function add(all: Map<string, Permission>, permission: Permission): void {
  const { effect, principal, action, resource, condition } = permission;
  all.set(JSON.stringify([effect, principal, action, resource, condition]), permission);
}

/** Single values of `X`, or the one whole of `NotX`. */
function parts(
  statement: Readonly<Record<string, unknown>>,
  name: 'Principal' | 'Action' | 'Resource',
  read: (value: unknown) => string[],
): string[] {
  const positive = statement[name];
  const negative = statement[`Not${name}`];
  if ((positive === undefined) === (negative === undefined))
    throw new PolicyShapeError(`a statement needs exactly one of ${name} and Not${name}`);
  if (positive !== undefined) return [...new Set(read(positive))];
  return [`anything but ${[...new Set(read(negative))].sort().join(', ')}`];
}

function principals(value: unknown): string[] {
  if (value === '*') return ['everyone'];
  return Object.entries(object(value, 'a Principal')).flatMap(([kind, ids]) =>
    strings(ids, 'a principal').map((id) => principal(kind, id)),
  );
}

function principal(kind: string, id: string): string {
  if (kind === 'AWS') {
    if (id === '*') return 'everyone';
    const account = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(id);
    return account ? `account ${account[1]}` : id;
  }
  if (kind === 'Service' || kind === 'Federated' || kind === 'CanonicalUser')
    return `${kind.toLowerCase()} ${id}`;
  throw new PolicyShapeError(`principal of kind ${kind}`);
}

const actions = (value: unknown): string[] =>
  strings(value, 'an Action').map((action) => action.toLowerCase());

const resources = (value: unknown, keyArn: string | undefined): string[] =>
  strings(value, 'a Resource').map((resource) => (resource === keyArn ? '*' : resource));

/** Operators and keys are case-insensitive, values are a set, and a boolean is its text. */
function conditionText(value: unknown): string {
  if (value === undefined) return '';
  const lines = Object.entries(object(value, 'a Condition')).flatMap(([operator, keys]) =>
    Object.entries(object(keys, `operator ${operator}`)).map(([key, values]) => {
      const isTruth = /(^|:)(bool(ifexists)?|null)$/i.test(operator);
      const texts = list(values).map((item) => scalar(item, key));
      const set = [...new Set(isTruth ? texts.map((item) => item.toLowerCase()) : texts)].sort();
      return `${operator.toLowerCase()} ${key.toLowerCase()} = ${set.join(' | ')}`;
    }),
  );
  return [...new Set(lines)].sort().join(' and ');
}

function scalar(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new PolicyShapeError(`value ${show(value)} of condition key ${where}`);
}

function strings(value: unknown, where: string): string[] {
  return list(value).map((item) => {
    if (typeof item !== 'string') throw new PolicyShapeError(`${show(item)} as ${where}`);
    return item;
  });
}

function object(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyShapeError(`${show(value)} as ${where}`);
  return value as Readonly<Record<string, unknown>>;
}

function onlyKnown(value: object, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(value).filter((field) => !known.has(field));
  if (unknown.length > 0) throw new PolicyShapeError(`element ${unknown.join(', ')} in ${where}`);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
