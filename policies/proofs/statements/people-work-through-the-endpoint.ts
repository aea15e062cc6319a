import type { AccessCase } from '../access/access-case.ts';
import { opened, widened } from '../access/widened.ts';
import { readsDocuments, usesKey } from '../authoring/actions.ts';
import type { Matter } from '../authoring/matters.ts';
import type { Assertion, ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, showing } from '../authoring/select.ts';
import type { Cases } from '../cases/cases-of.ts';
import { fact } from '../cases/fact.ts';
import type { World } from '../world/world.ts';

export const statement: ProofStatement = {
  id: 'people-work-through-the-endpoint',
  part: 'access',
  title:
    "People reach a matter's documents only through the workspace's own endpoint, and its key only through S3",
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases, matters }) => [
    ...guardrailsAlone(world, cases, matters),
    ...matters.flatMap(({ id, documents, keys, people }) => [
      ...documents.map((resource) => ({
        subject: `${id}: ${resource.label}`,
        claim: {
          region: [doing(...readsDocuments, 's3:PutObject')],
          cases: cases.outsideEndpoints(resource, among(people)),
        },
      })),
      ...keys.map((key) => ({
        subject: `${id}: key`,
        claim: {
          region: [
            doing(...usesKey),
            showing(fact('StringNotEquals', 'kms:ViaService', `s3.${key.region}.amazonaws.com`)),
          ],
          cases: cases.onResource(key, among(people)),
        },
      })),
    ]),
  ],
};

/** Whatever policies people have and buckets and keys have: by what binds the people, and by what binds the resources. */
function guardrailsAlone({ account }: World, cases: Cases, matters: readonly Matter[]): Assertion[] {
  const people = among(matters.flatMap((matter) => matter.people));
  const sides: readonly [string, (access: AccessCase) => AccessCase][] = [
    ['service control policies', (access) => ({ ...access, resourceControl: [] })],
    ['resource control policies', (access) => ({ ...access, serviceControl: [] })],
  ];
  const elsewhere = fact('StringNotEqualsIfExists', 'aws:VpceAccount', account);
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
        region: [doing('kms:*'), showing(elsewhere, fact('StringNotLikeIfExists', 'kms:ViaService', 's3.*'))],
        cases: matters
          .flatMap(({ keys }) => keys)
          .flatMap((key) => cases.outsideEndpoints(key, people))
          .map((access) => alone(opened(widened(access)))),
      },
    },
  ]);
}
