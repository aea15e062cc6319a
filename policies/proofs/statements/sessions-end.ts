import { longestSessionHours } from '../../reading/standard-classes.ts';
import type { FactVerdict, ProofStatement } from '../authoring/proof-statement.ts';
import { formatPlace } from '../policy/statement.ts';

export const statement: ProofStatement = {
  id: 'sessions-end',
  part: 'access',
  title:
    'A session of a person ends after eight hours at the latest, after ten where a matter holds standard classes of data alone',
  property: 'always',
  controls: ['LPO-IDN-03'],
  assert: ({ matters }) =>
    matters.map(({ id, people }) => ({
      subject: id,
      decide: (): FactVerdict => {
        const long = people.filter(
          ({ maxSessionSeconds, tags }) =>
            maxSessionSeconds > longestSessionHours(tags['lpo:data-class']) * 3600,
        );
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
