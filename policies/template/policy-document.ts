import { isObject } from './template-shape.ts';
import { type Place, textOf } from './text.ts';

export interface Principal {
  /** `*` for the bare star; otherwise AWS, Service, Federated or CanonicalUser. */
  readonly kind: string;
  readonly value: string;
}

export interface Condition {
  readonly operator: string;
  /** Lower case: condition keys ignore case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** One statement with every list spelled out and every value as text. */
export interface Statement {
  /** Property path, for example `KeyPolicy.Statement[2]`. */
  readonly path: string;
  /** `Sid`, or the path where there is none. */
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

const elements = new Set(
  'Sid Effect Action NotAction Resource NotResource Principal NotPrincipal Condition'.split(' '),
);

/**
 * Statements of a policy document at `path`.
 *
 * @throws Error for anything it does not understand; the caller turns that into a finding.
 */
export function statementsOf(document: unknown, path: string, place: Place): Statement[] {
  const parsed: unknown = typeof document === 'string' ? JSON.parse(document) : document;
  if (!isObject(parsed)) throw new Error(`${path} is no policy document`);
  const statements: unknown[] = Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement];
  return statements.map((statement, index) => read(statement, `${path}.Statement[${index}]`, place));
}

function read(statement: unknown, path: string, place: Place): Statement {
  if (!isObject(statement)) throw new Error(`${path} is no statement`);
  for (const element of Object.keys(statement))
    if (!elements.has(element)) throw new Error(`${path} has an unknown element ${element}`);
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny')
    throw new Error(`${path}.Effect is neither Allow nor Deny`);
  const list = (element: string) => texts(statement[element], `${path}.${element}`, place);
  return {
    path,
    name: typeof statement.Sid === 'string' ? statement.Sid : path,
    effect: statement.Effect,
    actions: list('Action'),
    notActions: list('NotAction'),
    resources: list('Resource'),
    notResources: list('NotResource'),
    principals: principals(statement.Principal, `${path}.Principal`, place),
    notPrincipals: principals(statement.NotPrincipal, `${path}.NotPrincipal`, place),
    conditions: conditions(statement.Condition, `${path}.Condition`, place),
  };
}

function texts(value: unknown, path: string, place: Place): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => {
    const text = textOf(one, place);
    if (text === undefined) throw new Error(`${path} holds ${JSON.stringify(one)}, which is not understood`);
    return text;
  });
}

function principals(value: unknown, path: string, place: Place): Principal[] {
  if (value === undefined) return [];
  if (!isObject(value)) return texts(value, path, place).map((text) => ({ kind: '*', value: text }));
  return Object.entries(value).flatMap(([kind, who]) =>
    texts(who, `${path}.${kind}`, place).map((text) => ({ kind, value: text })),
  );
}

function conditions(value: unknown, path: string, place: Place): Condition[] {
  if (value === undefined) return [];
  if (!isObject(value)) throw new Error(`${path} is no condition`);
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isObject(keys)) throw new Error(`${path}.${operator} is no condition`);
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: texts(values, `${path}.${operator}.${key}`, place),
    }));
  });
}
