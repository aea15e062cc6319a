import type { AccessCase } from '../../../../policies/proofs/access/access-case.ts';
import { isMultivalued } from '../../../../policies/proofs/aws/context-keys.ts';
import { fact } from '../../../../policies/proofs/cases/fact.ts';
import { decide } from '../../../../policies/proofs/engine/decide.ts';
import { evaluateRequest } from '../../../../policies/proofs/evaluate-request.ts';
import { modelPolicy } from '../../../../policies/proofs/policy/model-policy.ts';
import type { Statement } from '../../../../policies/proofs/policy/statement.ts';
import { conditionRows } from './condition-rows.ts';
import { elementRows } from './element-rows.ts';
import { layerRows } from './layer-rows.ts';
import { account, type Row, reader } from './row.ts';

const rows: readonly Row[] = [...layerRows, ...elementRows, ...conditionRows];

test.each(rows)('$says ($source)', (row) => {
  const { access, request } = caseOf(row);
  expect(evaluateRequest(access, request).allowed).toBe(row.allowed);

  // The region is this one request: every key of the row has its value, every other key is absent.
  const keys = [
    ...access.facts.flatMap(({ conditions }) => conditions.map(({ key }) => key)),
    'k',
    'l',
    'aws:tagkeys',
  ];
  const conditions = [...new Set(keys)].map((key) => {
    const value = request.context[key];
    if (value === undefined) return [fact('Null', key, 'true')];
    if (typeof value === 'string') return [fact(pinning(row, key), key, value)];
    return [
      fact('ForAllValues:StringEquals', key, ...value),
      ...value.map((one) => fact('ForAnyValue:StringEquals', key, one)),
    ];
  });
  const region = {
    actions: { negated: false, patterns: [request.action] },
    resources: { negated: false, patterns: [request.resource] },
    conditions: conditions.flat(),
  };
  const verdict = decide(
    { region: [region], cases: [{ ...access, facts: [{ conditions: region.conditions }] }] },
    { isMultivalued },
  );
  expect(verdict.kind).toBe(row.allowed ? 'refuted' : 'proved');
});

/** An operator that fixes a value of the kind the row compares. */
function pinning(row: Row, key: string): string {
  const written = JSON.stringify(row.identity ?? []);
  if (key !== 'k') return 'StringEquals';
  if (written.includes('Numeric')) return 'NumericEquals';
  if (written.includes('Date')) return 'DateEquals';
  return written.includes('IpAddress') ? 'IpAddress' : 'StringEquals';
}

function caseOf(row: Row) {
  const parse = (
    statements: object[] | undefined,
    kind: 'identity' | 'resource',
  ): readonly Statement[] | undefined => {
    if (statements === undefined) return undefined;
    const document = JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: statements })) as object;
    const parsed = modelPolicy(document, {
      place: { stack: '', logicalId: '', path: '' },
      kind,
      isMultivalued,
    });
    expect(parsed.failures).toEqual([]);
    return parsed.statements;
  };
  const layer = (name: string, statements: readonly Statement[] | undefined) =>
    statements === undefined ? {} : { [name]: statements };
  const request = {
    action: row.action ?? 's3:GetObject',
    resource: row.arn ?? 'arn:aws:s3:::bucket/object',
    parent: '',
    context: row.context ?? {},
  };
  const access: AccessCase = {
    caller: row.caller ?? reader,
    resourceAccount: account,
    authority: row.authority ?? 'either',
    ...layer('identity', parse(row.identity, 'identity')),
    ...layer('boundary', parse(row.boundary, 'identity')),
    ...layer('session', parse(row.session, 'identity')),
    ...layer('resourcePolicy', parse(row.resource, 'resource')),
    ...layer('endpoint', parse(row.endpoint, 'resource')),
    serviceControl: parse(row.scp ?? [], 'identity') ?? [],
    resourceControl: parse(row.rcp ?? [], 'resource') ?? [],
    facts: [{ conditions: Object.keys(row.context ?? {}).map((key) => fact('Null', key, 'false')) }],
    impossible: [],
  };
  return { access, request };
}
