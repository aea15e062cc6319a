import { formatPlace } from '../policy/statement';
import type { FactVerdict, ProofStatement } from './proof-statement';

const eightHours = 8 * 3600;

export const sessionsEnd: ProofStatement = {
  id: 'sessions-end',
  part: 'access',
  title: 'A session of a person ends after eight hours at the latest',
  property: 'always',
  controls: [],
  assert: ({ matters }) =>
    matters.map(({ id, people }) => ({
      subject: id,
      decide: (): FactVerdict => {
        const long = people.filter(({ maxSessionSeconds }) => maxSessionSeconds > eightHours);
        if (long.length === 0) return { kind: 'proved', because: ['MaxSessionDuration of every role'] };
        return {
          kind: 'refuted',
          witness: long.map(
            ({ label, maxSessionSeconds }) => `a session of ${label} lasts ${maxSessionSeconds} seconds`,
          ),
          culprits: long.map(({ place }) => `${formatPlace(place)} Properties.MaxSessionDuration`),
        };
      },
    })),
};
