import { addDays } from '../../model/days.ts';
import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { statute } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const confidentialityUndertaking = personRule({
  id: 'PPL-R02',
  title: 'A confidentiality undertaking is signed before access starts',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 28(3)(b); ABA Model Rule 5.3; BRAO s.43e(3)'),
  checkPosting: (context, { person, assignment, at }) => {
    const signed = person.confidentiality;
    const hit = (field: string | undefined, got: string, expected: string, fix: string): Hit => ({
      path: field ? at('confidentiality', field) : at(),
      got: `${person.id}: ${got}`,
      expected,
      fix,
    });
    if (!signed)
      return [
        hit(
          undefined,
          'no confidentiality undertaking',
          'a signed undertaking',
          'have it signed and record it',
        ),
      ];
    const hits: Hit[] = [];
    if (signed.signedOn > assignment.from)
      hits.push(
        hit(
          'signedOn',
          `signed on ${signed.signedOn}, access from ${assignment.from}`,
          'signed on or before the first day of access',
          'move the start of the assignment',
        ),
      );
    if (signed.recordedBy === person.id)
      hits.push(
        hit('recordedBy', 'recorded by the person', 'another recorder', 'have somebody else record it'),
      );
    const current = currentVersion(context, 'undertakingVersion');
    if (current !== undefined && signed.version < current)
      hits.push(
        hit('version', `version ${signed.version}`, `version ${current}`, 'have the current version signed'),
      );
    return hits;
  },
});

/** The version asked for on a day; the one before it stays good for the days of grace. */
export function currentVersion(
  { config, asOf }: GateContext,
  field: 'undertakingVersion' | 'handlingRulesVersion',
): number | undefined {
  const rules = config.organization.peopleRules;
  if (!rules) return undefined; // PPL-R11 reports it
  const inGrace = asOf <= addDays(rules.inForceSince, rules.graceDays);
  return inGrace ? rules[field] - 1 : rules[field];
}
