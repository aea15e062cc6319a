import { asText } from '../../../lib/model/as-text.ts';
import { isObject } from '../template-shape.ts';
import { readConditions } from './read-conditions.ts';
import { readPrincipals } from './read-principals.ts';
import type { PolicyFault, Report, Statement } from './statement.ts';

export interface Policy {
  /** `2008-10-17` where a document has none: then policy variables are plain text. Undefined without a document. */
  readonly version?: string;
  readonly statements: readonly Statement[];
  /** Everything that is not understood, at once; the statements are whole only without any. */
  readonly faults: readonly PolicyFault[];
}

export interface PolicyContext {
  /** Property path of the document, for messages. */
  readonly path: string;
  /**
   * `identity` documents have no `Principal`, `trust` documents no `Resource`, `resource` documents both.
   *
   * @default - any of them: which elements must be there is not looked at
   */
  readonly kind?: 'identity' | 'resource' | 'trust';
}

const documentElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource'],
  'Condition',
];

/** Statements of a policy document whose references are resolved; a text is read as JSON. */
export function readPolicy(document: unknown, { path, kind }: PolicyContext): Policy {
  const faults: PolicyFault[] = [];
  const report: Report = (at, code, got, expected) => {
    const text = typeof got === 'string' ? got : (JSON.stringify(got) ?? 'none');
    faults.push({ code, path: at, got: text.length > 160 ? `${text.slice(0, 159)}…` : text, expected });
  };
  const parsed = typeof document === 'string' ? parsedJson(document) : document;
  if (!isObject(parsed)) {
    report(path, 'POLICY-NOT-OBJECT', document, 'a policy document as a JSON object');
    return { statements: [], faults };
  }
  onlyKnown(parsed, documentElements, path, report);
  const version = parsed.Version ?? '2008-10-17';
  if (typeof version !== 'string') report(`${path}.Version`, 'POLICY-VERSION', version, 'a date as text');
  const list = Array.isArray(parsed.Statement) ? (parsed.Statement as unknown[]) : [parsed.Statement];
  const statements = list.flatMap((raw, index) =>
    readStatement(raw, `${path}.Statement[${index}]`, kind, report),
  );
  return { version: asText(version), statements, faults };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readStatement(raw: unknown, path: string, kind: PolicyContext['kind'], report: Report): Statement[] {
  if (!isObject(raw)) {
    report(path, 'POLICY-STATEMENT', raw, 'a statement object');
    return [];
  }
  onlyKnown(raw, statementElements, path, report);
  if (raw.Sid !== undefined && typeof raw.Sid !== 'string')
    report(`${path}.Sid`, 'POLICY-ELEMENT', raw.Sid, 'a text');
  requireElements(raw, path, kind, report);
  const list = (element: string) => texts(raw[element], `${path}.${element}`, element, report);
  const statement = {
    path,
    name: typeof raw.Sid === 'string' ? raw.Sid : path,
    ...(typeof raw.Sid === 'string' && { sid: raw.Sid }),
    actions: list('Action'),
    notActions: list('NotAction'),
    resources: list('Resource'),
    notResources: list('NotResource'),
    principals: readPrincipals(raw.Principal, `${path}.Principal`, report),
    notPrincipals: readPrincipals(raw.NotPrincipal, `${path}.NotPrincipal`, report),
    conditions: readConditions(raw.Condition, `${path}.Condition`, report),
  };
  for (const action of [...statement.actions, ...statement.notActions])
    if (action !== '*' && !/^[a-z0-9-]+:/i.test(action))
      report(`${path}.Action`, 'POLICY-ACTION', action, '"*" or "service:Action"');
  if (raw.Effect === 'Allow' || raw.Effect === 'Deny') return [{ ...statement, effect: raw.Effect }];
  report(`${path}.Effect`, 'POLICY-EFFECT', raw.Effect, 'Allow or Deny');
  return [];
}

/** `X` and `NotX`: one of them where the kind of policy has the element, none where it has not. */
function requireElements(
  raw: Readonly<Record<string, unknown>>,
  path: string,
  kind: PolicyContext['kind'],
  report: Report,
): void {
  const wanted = {
    Action: true,
    Resource: kind && kind !== 'trust',
    Principal: kind && kind !== 'identity',
  };
  for (const [name, isWanted] of Object.entries(wanted)) {
    const code = `POLICY-${name.toUpperCase()}`;
    const given = [name, `Not${name}`].filter((element) => raw[element] !== undefined);
    if (given.length === 2) report(path, code, given.join(' and '), 'one of them');
    if (given.length === 0 && isWanted) report(`${path}.${name}`, code, 'none', `${name} or Not${name}`);
    if (given.length > 0 && isWanted === false)
      report(`${path}.${given[0]}`, code, raw[given[0] as string], `no ${name} in this kind of policy`);
  }
}

function texts(value: unknown, path: string, element: string, report: Report): string[] {
  if (value === undefined) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const strings = list.filter((item): item is string => typeof item === 'string');
  if (strings.length !== list.length || list.length === 0)
    report(path, `POLICY-${element.replace('Not', '').toUpperCase()}`, value, 'one or more texts');
  return strings;
}

function onlyKnown(value: object, known: readonly string[], path: string, report: Report): void {
  for (const element of Object.keys(value))
    if (!known.includes(element))
      report(`${path}.${element}`, 'POLICY-ELEMENT', `element ${element}`, known.join(', '));
}
