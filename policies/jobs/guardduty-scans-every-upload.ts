import { asText } from '../../lib/model/as-text.ts';
import { is } from '../proofs/cases/fact.ts';
import type { Fact, Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { partitionOf, zoneRole } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { zonesAreMade } from '../proofs/work/zones.ts';

const service = 'malware-protection-plan.guardduty.amazonaws.com';

export const job: Job = {
  id: 'guardduty-scans-every-upload',
  title: 'GuardDuty is notified of every upload, reads it, scans it and tags it, so that it can be read',
  controls: ['LPO-DAT-06'],
  facts: (subject) => [...zonesAreMade(subject), ...plansUseTheirRole(subject)],
  tasks: ({ world, matters }) =>
    matters.flatMap((matter) =>
      matter.buckets.flatMap((bucket): Task[] => {
        const who: RoleWorker = zoneRole(world, matter, bucket, 'malwareScan');
        const rule = `arn:${partitionOf(world)}:events:${bucket.region}:${bucket.account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
        const does = tasksOf(who, { from: 'aws', source: sources.malwareScan });
        return [
          // GuardDuty documents no source condition for this trust.
          serviceAssumes(service, who, sources.malwareScan),
          does(
            'makes its rule',
            ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
            [rule],
            { within: [is('events:ManagedBy', service)] },
          ),
          does('watches its rule', ['events:DescribeRule', 'events:ListTargetsByRule'], [rule]),
          does(
            'asks for events of the bucket',
            ['s3:PutBucketNotification', 's3:GetBucketNotification'],
            [bucket.arn],
          ),
          does(
            'proves that it may write',
            ['s3:PutObject'],
            [`${bucket.arn}/malware-protection-resource-validation-object`],
          ),
          does('sees whose bucket it is', ['s3:ListBucket'], [bucket.arn]),
          does(
            'reads an object before anybody may',
            ['s3:GetObject', 's3:GetObjectVersion'],
            [`${bucket.arn}/*`],
          ),
          does(
            'tags an object as clean',
            [
              's3:PutObjectTagging',
              's3:GetObjectTagging',
              's3:PutObjectVersionTagging',
              's3:GetObjectVersionTagging',
            ],
            [`${bucket.arn}/*`],
          ),
          ...throughS3(
            { world, who, bucket, folder: '', from: 'aws' },
            'decrypts an object',
            'kms:GenerateDataKey',
            'kms:Decrypt',
          ),
        ];
      }),
    ),
};

/** Each zone's plan is given the role whose rights are asked for above. */
const plansUseTheirRole = ({ world, matters }: Parameters<Job['tasks']>[0]): Fact[] =>
  matters.flatMap((matter) =>
    matter.buckets.map((bucket) => ({
      subject: `the scan of ${bucket.label} works as its role`,
      decide: () => {
        const { arn } = zoneRole(world, matter, bucket, 'malwareScan');
        const roles = world.ofType('AWS::GuardDuty::MalwareProtectionPlan').flatMap(({ properties }) => {
          const { ProtectedResource: protectedResource, Role: role } = properties;
          return JSON.stringify(protectedResource ?? {}).includes(JSON.stringify(bucket.label)) ? [role] : [];
        });
        return roles.length > 0 && roles.every((role) => role === arn)
          ? { kind: 'proved', because: ['the malware protection plan'] }
          : {
              kind: 'refuted',
              witness: [
                `got ${roles.map(asText).join(', ') || 'no plan'}, expected a plan with the role ${arn}`,
              ],
              culprits: ['AWS::GuardDuty::MalwareProtectionPlan'],
            };
      },
    })),
  );
