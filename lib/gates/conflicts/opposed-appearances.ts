import { eachMatter, type GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import type { Appearance } from './conflict-index.ts';

/** True where a wall stands between two matters and informed consent was decided on. */
function walledWithConsent(context: GateContext, rule: string, a: string, b: string, party: string): boolean {
  const decision = context.conflicts.decision({ rule, matters: [a, b], party }, context.asOf);
  return (
    context.conflicts.wallBetween(a, b, context.asOf) !== undefined &&
    decision?.outcome === 'consent' &&
    decision.consentSha256 !== undefined
  );
}

/** The party under this id and under every id that shares a token of its name. */
const identities = ({ conflicts }: GateContext, party: string): string[] => [
  party,
  ...conflicts.sameName(party),
];

/** Hits for every other open matter where a party of this side appears on the opposite side. */
export function opposed(
  context: GateContext,
  rule: string,
  here: 'client' | 'adverse',
  elsewhere: (other: Appearance) => boolean,
): Hit[] {
  const there = here === 'client' ? 'adverse' : 'client';
  return eachMatter(context, (matter, at) =>
    (matter.parties?.[here] ?? []).flatMap((party, index) =>
      identities(context, party)
        .flatMap((id) => context.conflicts.appearancesOf(id))
        .filter(
          (other) =>
            other.side === there &&
            other.matter.id !== matter.id &&
            other.matter.closeDate >= context.asOf &&
            elsewhere(other) &&
            !walledWithConsent(context, rule, matter.id, other.matter.id, party),
        )
        .map((other) => ({
          path: at('parties', here, index),
          got: `${party} is ${here} here and ${there} in ${other.matter.id} (${other.vendor.vendor})`,
          expected: 'a wall between the two matters and a decision on informed consent',
          fix: 'decline one of them, or record wall, consent and decision in conflicts.yaml',
        })),
    ),
  );
}
