import type { Hit } from '../hit.ts';
import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';
import { currentVersion } from './ppl-r02-confidentiality-undertaking.ts';

export const handlingRules = personRule({
  id: 'PPL-R04',
  title: 'Handling rules are acknowledged, in a language the person reads',
  severity: 'high',
  waivable: false,
  source: policy('acknowledged rules in the language of the reader, LPO-PPL-02'),
  checkPosting: (context, { person, assignment, at }) => {
    const given = person.handlingRules;
    if (!given)
      return [
        {
          path: at(),
          got: `${person.id}: handling rules not acknowledged`,
          expected: 'an acknowledgement',
          fix: 'have the rules read and acknowledged, then record it',
        },
      ];
    const hits: Hit[] = [];
    const report = (field: string, got: string, expected: string, fix: string): void => {
      hits.push({ path: at('handlingRules', field), got: `${person.id}: ${got}`, expected, fix });
    };
    if (!person.languages.includes(given.language))
      report(
        'language',
        `rules in ${given.language}, reads ${person.languages.join(', ')}`,
        'a language the person reads',
        'give the rules in that language and record it',
      );
    if (given.acknowledgedOn > assignment.from)
      report(
        'acknowledgedOn',
        `acknowledged on ${given.acknowledgedOn}, access from ${assignment.from}`,
        'acknowledged on or before the first day of access',
        'move the start of the assignment',
      );
    const current = currentVersion(context, 'handlingRulesVersion');
    if (current !== undefined && given.version < current)
      report(
        'version',
        `version ${given.version}`,
        `version ${current}`,
        'have the current rules acknowledged',
      );
    return hits;
  },
});
