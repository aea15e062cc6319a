import type { ProofStatement } from '../authoring/proof-statement.ts';
import { fact } from '../cases/fact.ts';

/** Actions that tell who the caller is and touch no data. */
const harmless = ['sts:GetCallerIdentity'];

export const statement: ProofStatement = {
  id: 'endpoints-stay-in-the-account',
  part: 'network',
  title:
    "Through the workspace's endpoints no one reaches another account's resources, and no foreign credentials work",
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases }) =>
    world.endpoints.flatMap((endpoint) => [
      {
        subject: `${endpoint.service} endpoint: foreign resources`,
        claim: {
          region: [
            {
              actions: { negated: true, patterns: harmless },
              conditions: [fact('StringNotEquals', 'aws:ResourceAccount', world.account)],
            },
          ],
          cases: cases.onForeignResource(endpoint),
        },
      },
      {
        subject: `${endpoint.service} endpoint: foreign credentials`,
        claim: {
          region: [{ conditions: [] }],
          cases: cases.onForeignResource(endpoint, ({ caller }) => caller.account !== world.account),
        },
      },
    ]),
};
