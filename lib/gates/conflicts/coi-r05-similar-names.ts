import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

export const similarNames: Rule = {
  id: 'COI-R05',
  title: 'Parties whose names look or sound alike are told apart by a person',
  severity: 'high',
  waivable: false,
  source: policy('similar names need a decision, LPO-COI-01'),
  check: (context) => {
    const { conflicts, asOf } = context;
    return eachMatter(context, (matter, at) =>
      (['client', 'adverse'] as const).flatMap((side) =>
        (matter.parties?.[side] ?? []).flatMap((party, index) => {
          const opposite = side === 'client' ? 'adverse' : 'client';
          return conflicts.nearName(party).flatMap((similar) =>
            conflicts
              .appearancesOf(similar)
              .filter(
                (other) =>
                  other.side === opposite &&
                  other.matter.closeDate >= asOf &&
                  !conflicts.decision(
                    { rule: 'COI-R05', matters: [...new Set([matter.id, other.matter.id])], party: similar },
                    asOf,
                  ),
              )
              .map((other) => ({
                path: at('parties', side, index),
                got: `${party}, ${side} here, resembles ${similar}, ${opposite} in ${other.matter.id}`,
                expected: 'a decision whether they are the same',
                fix: 'look up both names, then record the decision in conflicts.yaml',
              })),
          );
        }),
      ),
    );
  },
};
