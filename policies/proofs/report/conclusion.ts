import type { CounterExample } from '../engine/verdict.ts';
import { type Condition, formatPlace, type Statement } from '../policy/statement.ts';
import type { ProofReport, ProofResult } from '../prove-assembly.ts';

/** A counter-example as plain texts. */
export interface Example {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  /** Only the keys that the claim or a statement beside the request looks at. */
  readonly context: readonly string[];
  readonly allowedBy: readonly string[];
  readonly missedBy: readonly string[];
}

export interface Counts {
  readonly proved: number;
  readonly refuted: number;
  readonly unknown: number;
}

export const countVerdicts = (results: readonly ProofResult[]): Counts => ({
  proved: results.filter(({ verdict }) => verdict.kind === 'proved').length,
  refuted: results.filter(({ verdict }) => verdict.kind === 'refuted').length,
  unknown: results.filter(({ verdict }) => verdict.kind === 'unknown').length,
});

/** Every statement proved, everything read, and something there to prove. */
export const isProved = ({ results, vendors, failures }: ProofReport): boolean =>
  failures.length === 0 &&
  vendors > 0 &&
  results.length > 0 &&
  results.every(({ verdict }) => verdict.kind === 'proved');

/** `OnlyWithMfa (resource policy) meridian/Matter-m-7f3a9c DocumentsPolicy Properties.PolicyDocument.Statement[7]` */
const nameStatement = (statement: Statement, layer?: string): string =>
  [statement.sid, layer === undefined ? undefined : `(${layer})`, formatPlace(statement.place)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');

/** Reasons for a proved assertion: Denies, or the absence of any Allow. */
export function reasonsOf({ verdict }: ProofResult): string[] {
  if (verdict.kind !== 'proved') return [];
  if ('because' in verdict) return [...verdict.because];
  const denies = verdict.denies.map((statement) => `Deny ${statement.sid ?? formatPlace(statement.place)}`);
  return [
    ...denies,
    ...verdict.missing.map((layer) => `no Allow in the ${layer}`),
    ...(verdict.excluded ? ['what trust policies let a session be'] : []),
  ];
}

export function exampleOf(
  { access, request, spelling, allowedBy, escaped }: CounterExample,
  result: ProofResult,
): Example {
  const looked = new Set(
    [
      ...allowedBy.flatMap(({ statement }) => statement.conditions),
      ...escaped.flatMap(({ statement }) => statement.conditions),
      ...(result.claim?.region ?? []).flatMap(({ conditions }) => conditions),
    ].map(({ key }) => key),
  );
  const spell = (text: string): string => spelling.get(text) ?? text;
  const context = [...looked].sort().map((key) => {
    const value = request.context[key];
    if (value === undefined) return `${spell(key)} is absent`;
    return `${spell(key)} = ${typeof value === 'string' ? value : `[${value.join(', ')}]`}`;
  });
  return {
    who: access.caller.label,
    action: spell(request.action),
    resource: request.resource,
    context,
    allowedBy: allowedBy.map(({ statement, layer }) => nameStatement(statement, layer)),
    missedBy: [...escaped]
      .sort((a, b) => rank(a.because) - rank(b.because))
      .map(({ statement, layer, because }) => `${nameStatement(statement, layer)}: ${whyMissed(because)}`),
  };
}

/** Conditions tell more than a Deny about other actions; transport security is hardly ever the cause. */
function rank(because: 'action' | 'resource' | Condition): number {
  if (because === 'action') return 3;
  if (because === 'resource') return 2;
  return /securetransport|tlsversion/.test(because.key) ? 4 : 1;
}

const whyMissed = (because: 'action' | 'resource' | Condition): string =>
  typeof because === 'string'
    ? `its ${because} does not match`
    : `${because.operator.name} ${because.written} ${because.values.join(', ')} does not hold`;
