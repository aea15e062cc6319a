import type { ProofStatement } from '../authoring/proof-statement.ts';
import { among, doing, isDeployment, not } from '../authoring/select.ts';

/** The policy of an access point is no setting of its bucket: what comes through it meets the bucket's policy as well. */
export const statement: ProofStatement = {
  id: 'retention-cannot-be-shortened',
  part: 'integrity',
  title:
    "Nobody can bypass retention of a matter's documents; holds are set by its administrator, settings by the deployment",
  property: 'never',
  controls: ['LPO-DAT-07'],
  assert: ({ cases, matters }) =>
    matters.flatMap(({ id, documents, people }) =>
      documents.flatMap((resource) => [
        {
          subject: `${id}: ${resource.label}: bypass`,
          claim: { region: [doing('s3:BypassGovernanceRetention')], cases: cases.onResource(resource) },
        },
        {
          subject: `${id}: ${resource.label}: holds`,
          claim: {
            region: [doing('s3:PutObjectLegalHold', 's3:PutObjectRetention')],
            cases: cases.onResource(
              resource,
              not(among(people.filter(({ tags }) => tags['lpo:function'] === 'matterAdministrator'))),
            ),
          },
        },
        {
          subject: `${id}: ${resource.label}: settings`,
          claim: {
            region: [
              doing(
                's3:DeleteBucket',
                's3:DeleteBucketPolicy',
                's3:PutBucketObjectLockConfiguration',
                's3:PutBucketPolicy',
                's3:PutBucketVersioning',
                's3:PutEncryptionConfiguration',
                's3:PutLifecycleConfiguration',
                's3:PutReplicationConfiguration',
              ),
            ],
            cases: cases.onResource(resource, not(isDeployment)),
          },
        },
      ]),
    ),
};
