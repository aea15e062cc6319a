import { fact, is } from '../proofs/cases/fact.ts';
import { type FunctionNeeds, named, oneOf, publishedFile } from '../proofs/work/function-needs.ts';
import { functionIsWired } from '../proofs/work/function-wiring.ts';
import { readsPublished, runsAsFunction, topicsOf, warns } from '../proofs/work/functions.ts';
import type { Job } from '../proofs/work/job.ts';
import { machineIsWired } from '../proofs/work/machine-wiring.ts';
import { runsAsMachine, startsMachine } from '../proofs/work/machines.ts';
import { bucketIsMade } from '../proofs/work/made.ts';
import { readObjects, throughS3 } from '../proofs/work/objects.ts';
import { accountOf, partitionOf, regionOfRole, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { staffAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import type { World } from '../proofs/world/world.ts';
import { vendorName } from '../template/names.ts';
import { isObject } from '../template/template-shape.ts';

/** The names its function asks for: the duties to notify, its records, and whom it warns. */
const needs = (world: World): FunctionNeeds => {
  const role = vendorRole(world, 'breachClock');
  return {
    role,
    seconds: [30, 900],
    because: 'duties, records and a warning, each over the network and with a retry',
    megabytes: 256,
    settings: [
      named('VENDOR', 'the vendor', world.name),
      ...publishedFile(world, 'DUTIES', 'the duties to notify', areDuties),
      oneOf('EVIDENCE_BUCKET', 'the bucket', vendorBuckets(world, 'evidence')),
      oneOf(
        'TOPIC_ARN',
        'the topic',
        topicsOf(world, role).map(({ arn }) => ({ label: arn })),
      ),
    ],
    words: ['PublishCommand', 'BadIncident', 'NotWarned'],
  };
};

/** Fields that the steps of the clock are given; the one that warns gets a notice. */
const givenBySteps: Readonly<Record<string, readonly string[]>> = { receive: ['request'], review: ['sent'] };

/** Duties name whom to tell and which law says so. */
const areDuties = (document: unknown): boolean =>
  Array.isArray(document) &&
  document.length > 0 &&
  document.every((duty) => isObject(duty) && 'recipient' in duty && 'law' in duty);

export const job: Job = {
  id: 'breach-clock-warns',
  title:
    'A recorded incident starts the breach clock, which keeps its records and warns ahead of each deadline',
  controls: ['LPO-INC-03'],
  facts: ({ world }) => [
    bucketIsMade(world, 'evidence'),
    ...functionIsWired(world, needs(world)),
    ...machineIsWired(world, {
      name: vendorName(world.name, 'breachClock'),
      // The longest that Step Functions keeps an execution: a year.
      seconds: 31_536_000,
      waits: true,
      given: (step) => givenBySteps[step] ?? ['notice'],
    }),
  ],
  tasks: ({ world }) => {
    const who = vendorRole(world, 'breachClock');
    const recorder = vendorRole(world, 'incidentRecorder');
    const name = vendorName(world.name, 'breachClock');
    const region = regionOfRole(world, who);
    return [
      staffAssumes(accountOf(recorder), recorder),
      ...startsMachine(world, recorder, name, ['states:StartExecution', 'states:ListExecutions']),
      ...runsAsMachine(world, vendorRole(world, 'breachClockMachine'), name),
      ...runsAsFunction(world, who, 'breach-clock'),
      ...readsPublished(world, who, 'the duties to notify', ['DUTIES_BUCKET', 'DUTIES_KEY']),
      {
        does: 'decrypts the duties to notify',
        who,
        actions: ['kms:Decrypt'],
        on: [`arn:${partitionOf(world)}:kms:${region}:${accountOf(who)}:key/*`],
        within: [is('kms:ViaService', `s3.${region}.amazonaws.com`)],
        from: 'service',
        source: sources.s3Encryption,
      },
      ...vendorBuckets(world, 'evidence').flatMap((bucket) => {
        const work = { world, who, bucket, folder: 'clocks/', from: 'aws' as const };
        return [
          ...readObjects(work, 'its records', ['s3:GetObject']),
          {
            does: 'writes a record, once',
            who,
            actions: ['s3:PutObject'],
            on: [`${bucket.arn}/clocks/*`],
            shows: [is('s3:if-none-match', '*')],
            from: 'aws' as const,
            source: sources.s3,
          },
          {
            does: 'lists its records',
            who,
            actions: ['s3:ListBucket'],
            on: [bucket.arn],
            within: [fact('StringLike', 's3:prefix', 'clocks/*')],
            from: 'aws' as const,
            source: sources.s3,
          },
          ...throughS3(work, 'encrypts a record', 'kms:GenerateDataKey'),
        ];
      }),
      ...warns(world, who),
    ];
  },
};
