import type { TemplateResource } from '../../policies/template/assembly.ts';
import { coversAction } from '../../policies/template/glob.ts';
import { isObject } from '../../policies/template/template-shape.ts';
import { type Beside, conditionSaidElsewhere } from './condition-said-elsewhere.ts';
import type { Change } from './mutant.ts';
import { replaceAt } from './mutant.ts';
import { isPolicyDocument } from './property-mutants.ts';
import {
  boundToAccount,
  type Conditions,
  keptByAnother,
  keysOf,
  list,
  passedInItsAccount,
} from './redundant-conditions.ts';

type Path = readonly (string | number)[];
type Statement = Readonly<Record<string, unknown>>;

/** Weakens every statement of every policy document in a resource, written as an object or as JSON text. */
export function policyMutants(resource: TemplateResource, beside: Beside = {}): Change[] {
  const guardrails = Object.values(beside).flatMap((other) =>
    other !== resource && other.Type === resource.Type && resource.Type === 'AWS::Organizations::Policy'
      ? guardrailStatements(other, resource)
      : [],
  );
  return documents(resource.Properties ?? {}, ['Properties']).flatMap(({ path, document, asText }) =>
    document.Statement.flatMap((statement, index) =>
      (isObject(statement)
        ? weaken(statement, [...(document.Statement as Statement[]), ...guardrails], resource.Type)
        : []
      ).map(({ operator, at, statement: weaker, equivalent }) => {
        const mutated = replaceAt(document, ['Statement', index], weaker);
        return {
          operator,
          at: `${path.slice(1).join('.')}.Statement[${index}]${at ? ` ${at}` : ''}`,
          resource: replaceAt(resource, path, asText ? JSON.stringify(mutated) : mutated),
          ...(equivalent ? { equivalent } : conditionSaidElsewhere(statement, at, resource, beside)),
        };
      }),
    ),
  );
}

/** Statements of another guardrail of the same kind on the same accounts, which hold as well. */
function guardrailStatements(other: TemplateResource, resource: TemplateResource): Statement[] {
  const { Type: kind, TargetIds: targets, Content: content } = other.Properties ?? {};
  const own = resource.Properties ?? {};
  if (kind !== own.Type || JSON.stringify(targets) !== JSON.stringify(own.TargetIds) || !targets) return [];
  return isPolicyDocument(content) ? (content.Statement as Statement[]) : [];
}

interface Weaker {
  readonly operator: string;
  readonly at?: string;
  /** Undefined drops the statement. */
  readonly statement: Statement | undefined;
  readonly equivalent?: string;
}

function documents(
  value: unknown,
  path: Path,
): { path: Path; document: { Statement: unknown[] }; asText: boolean }[] {
  if (isPolicyDocument(value)) return [{ path, document: value, asText: false }];
  if (typeof value === 'string' && value.startsWith('{"Version"')) {
    const parsed: unknown = JSON.parse(value);
    return isPolicyDocument(parsed) ? [{ path, document: parsed, asText: true }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one, index) => documents(one, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => documents(one, [...path, key])) : [];
}

const weaken = (statement: Statement, all: readonly Statement[], type: string): Weaker[] =>
  statement.Effect === 'Deny' ? weakenDeny(statement, all) : weakenAllow(statement, type);

function weakenDeny(statement: Statement, all: readonly Statement[]): Weaker[] {
  const actions = list(statement.Action);
  const conditions = (statement.Condition ?? {}) as Conditions;
  const dropped = actions.map((action) => stillDenied(action, statement, all));
  return [
    { operator: 'drop-deny', statement: undefined, ...allOf(dropped) },
    ...(actions.length > 1
      ? actions.map((action, index): Weaker => {
          const reason = stillDenied(
            action,
            { ...statement, Action: actions.filter((_, i) => i !== index) },
            all,
            statement,
          );
          return {
            operator: 'thin-deny',
            at: String(action),
            statement: { ...statement, Action: actions.filter((_, i) => i !== index) },
            ...(reason ? { equivalent: reason } : {}),
          };
        })
      : []),
    ...list(statement.NotAction)
      .slice(0, 1)
      .map(
        (): Weaker => ({
          operator: 'exempt-actions',
          statement: { ...statement, NotAction: [...list(statement.NotAction), 's3:*', 'kms:*'] },
          ...(['s3:*', 'kms:*'].every((action) => list(statement.NotAction).includes(action))
            ? { equivalent: 'it exempts both already' }
            : {}),
        }),
      ),
    {
      operator: 'add-way-around',
      statement: {
        ...statement,
        Condition: {
          ...conditions,
          StringNotEqualsIfExists: { ...conditions.StringNotEqualsIfExists, 'aws:PrincipalTag/x': 'y' },
        },
      },
      ...allOf(dropped),
    },
    ...(statement.Principal === undefined
      ? []
      : [
          {
            operator: 'narrow-principal',
            statement: { ...statement, Principal: { AWS: 'arn:aws:iam::999999999999:root' } },
            ...allOf(dropped),
          },
        ]),
    ...(list(statement.Resource).length > 1
      ? list(statement.Resource).map(
          (_, index): Weaker => ({
            operator: 'thin-resource',
            at: String(index),
            statement: { ...statement, Resource: list(statement.Resource).filter((__, i) => i !== index) },
            ...allOf(dropped),
          }),
        )
      : [
          {
            operator: 'narrow-resource',
            statement: { ...statement, Resource: 'arn:aws:s3:::elsewhere/*' },
            ...allOf(dropped),
          },
        ]),
    ...keysOf(conditions).flatMap(([operator, key, values]) =>
      weakenDenyCondition(statement, conditions, operator, key, values),
    ),
  ];
}

/** A Deny is weakened by what makes its conditions true less often. */
function weakenDenyCondition(
  statement: Statement,
  conditions: Conditions,
  operator: string,
  key: string,
  values: unknown,
): Weaker[] {
  const set = (op: string, value: unknown): Statement => {
    const { [key]: _, ...rest } = conditions[operator] ?? {};
    const without = { ...conditions, [operator]: rest };
    if (Object.keys(rest).length === 0) delete without[operator];
    return { ...statement, Condition: { ...without, [op]: { ...without[op], [key]: value } } };
  };
  const found: Weaker[] = [];
  if (operator === 'BoolIfExists')
    found.push({ operator: 'bind-only-if-present', at: key, statement: set('Bool', values) });
  if (operator === 'ForAnyValue:ArnNotEquals')
    found.push({
      operator: 'exempt-any',
      at: key,
      statement: set('ForAnyValue:ArnNotLike', 'arn:aws:backup:*'),
    });
  else if (/Not(Equals|Like)/.test(operator))
    found.push(
      { operator: 'exempt-another', at: key, statement: set(operator, [...list(values), another(key)]) },
      { operator: 'exempt-any', at: key, statement: set(operator.replace('Equals', 'Like'), '*') },
    );
  else if (/^(String|Arn)/.test(operator))
    found.push({ operator: 'never-true', at: key, statement: set(operator, 'nothing') });
  else if (/^(Bool|Null)/.test(operator))
    found.push({
      operator: 'reverse',
      at: key,
      statement: set(operator, values === 'true' ? 'false' : 'true'),
    });
  else if (/^Numeric/.test(operator))
    // A bound in a Deny catches nothing once it is out of reach.
    found.push({
      operator: 'never-true',
      at: key,
      statement: set(operator, /Less/.test(operator) ? '0' : '999999999'),
    });
  return found;
}

function weakenAllow(statement: Statement, type: string): Weaker[] {
  const conditions = (statement.Condition ?? {}) as Conditions;
  const actions = list(statement.Action);
  const service = String(actions[0] ?? '').split(':')[0];
  return [
    { operator: 'any-action', statement: { ...statement, Action: '*' } },
    { operator: 'whole-service', statement: { ...statement, Action: [...actions, `${service}:*`] } },
    ...(statement.Principal === undefined
      ? []
      : [
          {
            operator: 'any-principal',
            statement: { ...statement, Principal: '*' },
            ...boundToAccount(statement, type),
          },
          {
            operator: 'foreign-principal',
            statement: { ...statement, Principal: { AWS: 'arn:aws:iam::999999999999:root' } },
            ...boundToAccount(statement, type),
          },
        ]),
    ...(statement.Resource === undefined || statement.Resource === '*'
      ? []
      : [
          { operator: 'any-resource', statement: { ...statement, Resource: '*' }, ...resourceIsItself(type) },
        ]),
    ...keysOf(conditions).flatMap(([operator, key, values]): Weaker[] => {
      const { [key]: _, ...rest } = conditions[operator] ?? {};
      const without: Conditions = { ...conditions, [operator]: rest };
      if (Object.keys(rest).length === 0) delete without[operator];
      const set = (op: string, value: unknown) => ({
        ...statement,
        Condition: { ...without, [op]: { ...without[op], [key]: value } },
      });
      const at = key;
      const kept = { ...keptByAnother(key, without), ...passedInItsAccount(statement, key) };
      return [
        { operator: 'drop-condition', at, statement: { ...statement, Condition: without }, ...kept },
        {
          operator: 'allow-when-absent',
          at,
          statement: set(`${operator}IfExists`, values),
          ...(operator.endsWith('IfExists')
            ? { equivalent: 'it is so already' }
            : { ...keptByAnother(key, without, 'allow-when-absent'), ...passedInItsAccount(statement, key) }),
        },
        ...(/^(String|Arn)(Equals|Like)$/.test(operator)
          ? [{ operator: 'any-value', at, statement: set(operator.replace('Equals', 'Like'), '*'), ...kept }]
          : []),
      ];
    }),
  ];
}

/** In a key or vault policy the resource is the key or vault itself. */
const resourceIsItself = (type: string): { equivalent?: string } =>
  /^AWS::(KMS::Key|Backup::BackupVault|S3::BucketPolicy|S3::AccessPoint|Logs::ResourcePolicy)$/.test(type)
    ? { equivalent: 'a resource policy reaches no further than its resource' }
    : {};

function stillDenied(
  action: unknown,
  self: Statement,
  all: readonly Statement[],
  original = self,
): string | undefined {
  const cover = [...all.filter((one) => one !== original), ...(self === original ? [] : [self])].find(
    (other) =>
      other.Effect === 'Deny' &&
      deniesAction(other, String(action)) &&
      (other.Resource === '*' ||
        JSON.stringify(other.Resource ?? null) === JSON.stringify(original.Resource ?? null)) &&
      (other.Condition === undefined ||
        JSON.stringify(other.Condition) === JSON.stringify(original.Condition)),
  );
  return cover ? `still denied by ${String(cover.Sid ?? 'another statement')}` : undefined;
}

const deniesAction = (statement: Statement, action: string): boolean =>
  statement.NotAction === undefined
    ? list(statement.Action).some((pattern) => coversAction(String(pattern), action))
    : !list(statement.NotAction).some(
        (pattern) => coversAction(String(pattern), action) || coversAction(action, String(pattern)),
      );

const allOf = (reasons: readonly (string | undefined)[]): { equivalent?: string } =>
  reasons.length > 0 && reasons.every((reason) => reason !== undefined)
    ? { equivalent: reasons[0] as string }
    : {};

function another(key: string): string {
  if (/region/i.test(key)) return 'sa-east-1';
  if (/account/i.test(key)) return '999999999999';
  if (/orgid/i.test(key)) return 'o-attacker0000';
  if (/vpce$/i.test(key)) return '*';
  return /arn|keyid|key-id/i.test(key) ? 'arn:aws:iam::999999999999:role/somebody' : '*';
}
