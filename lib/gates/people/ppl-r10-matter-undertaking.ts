import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

export const matterUndertaking = personRule({
  id: 'PPL-R10',
  title: 'Privileged, protected and inside information asks for an undertaking for the matter itself',
  severity: 'high',
  waivable: false,
  source: policy('protective order and insider undertakings; MAR Art. 18(2)'),
  checkPosting: (_context, { person, assignment, profile, matter, atAssignment }) =>
    !profile.matterUndertaking || assignment.undertakingSha256
      ? []
      : [
          {
            path: atAssignment(),
            got: `${person.id}: no undertakingSha256 for ${matter.id}`,
            expected: 'the hash of the undertaking signed for this matter',
            fix: 'have it signed and record its hash',
          },
        ],
});
