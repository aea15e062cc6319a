import type { AccessCase } from '../access/access-case.ts';
import { opened, widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, showing } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';

/** The policies that bind the people and those that bind the resources, each alone: neither may hide that the other is lost. */
const sides: readonly (readonly [string, (access: AccessCase) => AccessCase])[] = [
  ['service control policies', (access) => ({ ...access, resourceControl: [] })],
  ['resource control policies', (access) => ({ ...access, serviceControl: [] })],
];

export const statement: ProofStatement = {
  id: 'guardrails-keep-people-at-the-endpoint',
  part: 'access',
  title:
    "Whatever policies people, buckets and keys have, guardrails let people reach them only through the workspace's own endpoints, and keys through S3",
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases, matters }) => {
    const people = among(matters.flatMap((matter) => matter.people));
    const elsewhere = fact('StringNotEqualsIfExists', 'aws:VpceAccount', world.account);
    return sides.flatMap(([which, alone]) => [
      {
        subject: `documents, by ${which} alone`,
        claim: {
          region: [doing('s3:*'), showing(elsewhere)],
          cases: matters
            .flatMap(({ documents }) => documents)
            .flatMap((resource) => cases.outsideEndpoints(resource, people))
            .map((access) => alone(opened(widened(access)))),
        },
      },
      {
        subject: `keys, by ${which} alone`,
        claim: {
          region: [
            doing('kms:*'),
            showing(elsewhere, fact('StringNotLikeIfExists', 'kms:ViaService', 's3.*')),
          ],
          cases: matters
            .flatMap(({ keys }) => keys)
            .flatMap((key) => cases.outsideEndpoints(key, people))
            .map((access) => alone(opened(widened(access)))),
        },
      },
    ]);
  },
};
