import { eachMatter } from '../gate-context.ts';
import { type Rule, statute } from '../rule.ts';

export const familyOfParties: Rule = {
  id: 'COI-R04',
  title: 'Parents and affiliates of a client are not on the other side, nor is the vendor',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.7, 1.10(a)'),
  check: (context) => {
    const { conflicts, vendor, asOf } = context;
    const decided = (matters: readonly string[], party: string): boolean =>
      conflicts.decision({ rule: 'COI-R04', matters, party }, asOf) !== undefined;
    return eachMatter(context, (matter, at) => {
      const family = (matter.parties?.client ?? []).flatMap((client, index) =>
        conflicts.familyOf(client).flatMap((relative) =>
          conflicts
            .appearancesOf(relative)
            .filter(
              (other) =>
                other.side === 'adverse' &&
                other.matter.closeDate >= asOf &&
                !decided([...new Set([matter.id, other.matter.id])], relative),
            )
            .map((other) => ({
              path: at('parties', 'client', index),
              got: `${relative}, of the family of client ${client}, is adverse in ${other.matter.id}`,
              expected: 'a decision by a named person',
              fix: 'have it decided and record the decision in conflicts.yaml',
            })),
        ),
      );
      const own = new Set(
        vendor.affiliates.flatMap((id) => [id, ...conflicts.familyOf(id), ...conflicts.sameName(id)]),
      );
      const vendors = (['client', 'adverse'] as const).flatMap((side) =>
        (matter.parties?.[side] ?? []).flatMap((party, index) =>
          own.has(party) && !decided([matter.id], party)
            ? [
                {
                  path: at('parties', side, index),
                  got: `${party}, ${side} here, belongs to the vendor's group`,
                  expected: 'a decision by a named person',
                  fix: 'have it decided and record the decision in conflicts.yaml',
                },
              ]
            : [],
        ),
      );
      return [...family, ...vendors];
    });
  },
};
