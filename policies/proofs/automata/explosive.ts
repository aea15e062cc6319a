import { type Pattern, type Token, tokenize } from './pattern.ts';

/**
 * Patterns that make a partition large: those that go on behind a first wildcard, of the beginning behind which most goes
 * on. A pattern that is fixed behind its wildcard, or ends there, multiplies no classes; sixty of the shape `a*i*j*` do.
 * Empty where nothing goes on behind a wildcard.
 */
export function explosive(patterns: readonly Pattern[]): ReadonlySet<Pattern> {
  const byBeginning = new Map<string, { readonly patterns: Pattern[]; weight: number }>();
  for (const pattern of patterns) {
    const tokens = tokenize(pattern);
    const first = tokens.findIndex(isWild);
    if (first === -1 || first === tokens.length - 1) continue;
    const beginning = `${pattern.kind} ${tokens.slice(0, first).map(charOf).join('')}`;
    const group = byBeginning.get(beginning) ?? { patterns: [], weight: 0 };
    byBeginning.set(beginning, group);
    group.patterns.push(pattern);
    for (const token of tokens.slice(first + 1)) group.weight += isWild(token) ? 16 : 1;
  }
  let heaviest: { readonly patterns: readonly Pattern[]; readonly weight: number } | undefined;
  for (const group of byBeginning.values())
    if (heaviest === undefined || group.weight > heaviest.weight) heaviest = group;
  return new Set(heaviest?.patterns);
}

const isWild = ({ kind }: Token): boolean => kind !== 'char';
const charOf = (token: Token): string => (token.kind === 'char' ? token.char : '');
