import { parseConditions } from './parse-condition.ts';
import { parsePrincipal } from './parse-principal.ts';
import type { Failure, GlobMatch, Place, Statement } from './statement.ts';

export interface PolicyContext {
  readonly place: Place;
  /** `identity` documents have no `Principal`; `trust` documents have no `Resource`. */
  readonly kind: 'identity' | 'resource' | 'trust';
  readonly isMultivalued: (key: string) => boolean;
}

export interface ParsedPolicy {
  readonly statements: readonly Statement[];
  readonly failures: readonly Failure[];
}

const elements = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** Reads a policy document whose intrinsics are already resolved. All failures come back at once. */
export function parsePolicy(document: unknown, context: PolicyContext): ParsedPolicy {
  const failures: Failure[] = [];
  const report = (path: string, code: string, got: unknown, expected: string): void => {
    const place = { ...context.place, path: context.place.path + path };
    failures.push({ code, place, got: typeof got === 'string' ? got : JSON.stringify(got), expected });
  };
  if (!isObject(document)) {
    report('', 'POLICY-NOT-OBJECT', document, 'a policy document as a JSON object');
    return { statements: [], failures };
  }
  for (const key of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(key)) {
      report(`.${key}`, 'POLICY-ELEMENT', key, 'Version, Id or Statement');
    }
  }
  if (document.Version !== '2012-10-17') {
    report('.Version', 'POLICY-VERSION', document.Version ?? 'none', '2012-10-17');
  }
  const list = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const statements = list.flatMap((raw, index) =>
    parseStatement(raw, `.Statement[${index}]`, context, report),
  );
  return { statements, failures };
}

type Report = (path: string, code: string, got: unknown, expected: string) => void;

function parseStatement(raw: unknown, path: string, context: PolicyContext, report: Report): Statement[] {
  if (!isObject(raw)) {
    report(path, 'POLICY-STATEMENT', raw, 'a statement object');
    return [];
  }
  for (const key of Object.keys(raw)) {
    if (!elements.has(key)) report(`${path}.${key}`, 'POLICY-ELEMENT', key, [...elements].join(', '));
  }
  if (raw.NotPrincipal !== undefined) {
    report(
      `${path}.NotPrincipal`,
      'POLICY-NOT-PRINCIPAL',
      raw.NotPrincipal,
      'Principal with a condition instead',
    );
  }
  const effect = raw.Effect;
  if (effect !== 'Allow' && effect !== 'Deny') {
    report(`${path}.Effect`, 'POLICY-EFFECT', effect, 'Allow or Deny');
    return [];
  }
  const actions = globs(raw, 'Action', path, report);
  const resources = context.kind === 'trust' ? undefined : globs(raw, 'Resource', path, report);
  if (context.kind === 'trust' && (raw.Resource ?? raw.NotResource) !== undefined) {
    report(path, 'POLICY-ELEMENT', 'Resource', 'no Resource in a trust policy');
  }
  const principals = principalsOf(raw, path, context, report);
  const conditions = parseConditions(raw.Condition, context.isMultivalued, (at, code, got, expected) =>
    report(path + at, code, got, expected),
  );
  if (actions === undefined) return [];
  const place = { ...context.place, path: context.place.path + path };
  const sid = typeof raw.Sid === 'string' ? { sid: raw.Sid } : {};
  return [
    {
      effect,
      place,
      actions,
      conditions,
      ...sid,
      ...(resources === undefined ? {} : { resources }),
      ...(principals === undefined ? {} : { principals }),
    },
  ];
}

function principalsOf(raw: Record<string, unknown>, path: string, context: PolicyContext, report: Report) {
  if (context.kind !== 'identity') {
    return parsePrincipal(raw.Principal, (code, got, expected) =>
      report(`${path}.Principal`, code, got ?? 'none', expected),
    );
  }
  if (raw.Principal !== undefined) {
    report(`${path}.Principal`, 'POLICY-PRINCIPAL', raw.Principal, 'no Principal in this kind of policy');
  }
  return undefined;
}

function globs(
  raw: Record<string, unknown>,
  name: string,
  path: string,
  report: Report,
): GlobMatch | undefined {
  const negated = raw[name] === undefined;
  const element = negated ? `Not${name}` : name;
  const written = raw[element];
  const list = Array.isArray(written) ? written : [written];
  const patterns = list.filter((item): item is string => typeof item === 'string');
  if (patterns.length !== list.length || patterns.length === 0) {
    report(
      `${path}.${name}`,
      `POLICY-${name.toUpperCase()}`,
      written ?? 'none',
      `${name} or Not${name}, as strings`,
    );
    return undefined;
  }
  if (!negated && raw[`Not${name}`] !== undefined) {
    report(path, `POLICY-${name.toUpperCase()}`, `${name} and Not${name}`, 'one of them');
  }
  const odd =
    name === 'Action' ? patterns.find((item) => item !== '*' && !/^[a-z0-9-]+:/i.test(item)) : undefined;
  if (odd !== undefined) report(`${path}.${element}`, 'POLICY-ACTION', odd, '"*" or "service:Action"');
  return { negated, patterns };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
