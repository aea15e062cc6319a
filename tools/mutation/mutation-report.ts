import type { MutantResult } from './run-mutants.ts';

interface Score {
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
  /** Killed of those that are not equivalent, in percent. */
  readonly percent: number;
}

function scoreOf(results: readonly MutantResult[]): Score {
  const count = (outcome: MutantResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const [killed, survived, equivalent] = [count('killed'), count('survived'), count('equivalent')];
  return {
    killed,
    survived,
    equivalent,
    percent: killed + survived === 0 ? 100 : (100 * killed) / (killed + survived),
  };
}

export function mutationAsText(results: readonly MutantResult[]): string {
  const { killed, survived, equivalent, percent } = scoreOf(results);
  const listed = (title: string, chosen: readonly MutantResult[]) =>
    chosen.length === 0
      ? []
      : [title, ...chosen.map(({ type, name, by }) => `  ${type} ${name}${by ? ` (${by})` : ''}`).sort(), ''];
  return [
    ...listed('survived', lines(results, 'survived')),
    ...listed(
      'killed, but nothing names the culprit',
      results.filter(({ named }) => named === false),
    ),
    `mutants     ${results.length}`,
    `killed      ${killed}`,
    `survived    ${survived}`,
    `equivalent  ${equivalent}`,
    `score       ${percent.toFixed(1)} % of the mutants that weaken something`,
    '',
  ].join('\n');
}

/**
 * `docs/mutation.md`, written by a whole run.
 *
 * @param deadRooms text of `docs/dead-rooms.md`, for its score
 */
export function mutationAsMarkdown(results: readonly MutantResult[], deadRooms: string): string {
  const { killed, survived, equivalent, percent } = scoreOf(results);
  return [
    '# Mutation testing of the judge',
    '',
    '<!-- Written by `npm run mutate`; do not edit. -->',
    '',
    'Each mutant is the shipped examples’ assembly with one weakness planted: a property dropped or reversed, a',
    'statement, a condition or a single action removed from a Deny, a principal, an action, a range or a route',
    'widened, a retention shortened, a resource deleted or added. They are derived from the templates: every',
    'property of every resource, but for those listed in `tools/mutation/irrelevant-properties.ts`. The same',
    'weakness in another vendor or matter counts once. `lpo check` must find something the untouched assembly does',
    'not have.',
    '',
    `[Rooms in which nobody can work](dead-rooms.md): ${/^\*\*.*$/m.exec(deadRooms)?.[0] ?? 'not run'}`,
    '',
    `**${percent.toFixed(1)} %** of ${killed + survived} mutants that weaken something were killed; ${survived} survived; ${equivalent} more are equivalent.`,
    '',
    '## Survivors',
    '',
    ...survivors(lines(results, 'survived')),
    '',
    '## By operator',
    '',
    '| Operator | Killed | Survived | Equivalent |',
    '| --- | --- | --- | --- |',
    ...byOperator(results),
    '',
    '## Who noticed',
    '',
    '| Rule | Mutants it was first to notice |',
    '| --- | --- |',
    ...tally(lines(results, 'killed').map(({ by = '' }) => by.replace(/\[.*/s, ''))).map(
      ([rule, count]) => `| ${rule} | ${count} |`,
    ),
    '',
    '## Why equivalent',
    '',
    '| Reason | Mutants |',
    '| --- | --- |',
    ...tally(lines(results, 'equivalent').map(({ equivalent }) => equivalent ?? '')).map(
      ([reason, count]) => `| ${escaped(reason)} | ${count} |`,
    ),
    '',
  ].join('\n');
}

/** `docs/dead-rooms.md`, written by a whole run of `npm run mutate:dead-rooms`. */
export function deadRoomsAsMarkdown(results: readonly MutantResult[]): string {
  const { killed, survived, equivalent, percent } = scoreOf(results);
  const named = results.filter((result) => result.named === true).length;
  return [
    '# Dead rooms: mutation testing of the jobs',
    '',
    '<!-- Written by `npm run mutate:dead-rooms`; do not edit. -->',
    '',
    'Each mutant is the assembly of one shipped vendor with one thing closed that somebody’s work may need: an',
    'Allow, one of its actions or principals, a rule of the network, a name, a role or its policies gone or another;',
    'a Deny that hits everybody, or more than it did. The policies that `cdk bootstrap` gives the execution roles are',
    'among them. One of the jobs in `policies/jobs` must not be proved any more, and say what is to blame.',
    '',
    `**${percent.toFixed(1)} %** of ${killed + survived} mutants that close something were refused by a job, ${named} of ${killed} with the culprit named; ${survived} were not refused; ${equivalent} more are equivalent.`,
    '',
    '## Not refused',
    '',
    ...survivors(lines(results, 'survived')),
    '',
    '## By operator',
    '',
    '| Operator | Refused | Not refused | Equivalent |',
    '| --- | --- | --- | --- |',
    ...byOperator(results),
    '',
    '## Which job noticed',
    '',
    '| Job | Mutants it was first to notice |',
    '| --- | --- |',
    ...tally(lines(results, 'killed').map(({ by = '' }) => by)).map(
      ([job, count]) => `| ${job} | ${count} |`,
    ),
    '',
    '## Why equivalent',
    '',
    '| Reason | Mutants |',
    '| --- | --- |',
    ...tally(lines(results, 'equivalent').map(({ equivalent: why }) => why ?? '')).map(
      ([reason, count]) => `| ${escaped(reason)} | ${count} |`,
    ),
    '',
  ].join('\n');
}

const lines = (results: readonly MutantResult[], outcome: MutantResult['outcome']): MutantResult[] =>
  results.filter((result) => result.outcome === outcome).sort((a, b) => (a.name < b.name ? -1 : 1));

function survivors(results: readonly MutantResult[]): string[] {
  if (results.length === 0) return ['None.'];
  const rows = results.map(({ type, name }) => `| ${type} | ${escaped(name)} |`);
  return ['| Type | Mutant |', '| --- | --- |', ...rows];
}

function byOperator(results: readonly MutantResult[]): string[] {
  const operators = [...new Set(results.map(({ operator }) => operator))].sort();
  return operators.map((operator) => {
    const { killed, survived, equivalent } = scoreOf(
      results.filter((result) => result.operator === operator),
    );
    return `| ${operator} | ${killed} | ${survived} | ${equivalent} |`;
  });
}

function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*');
