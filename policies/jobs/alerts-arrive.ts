import { asText } from '../../lib/model/as-text.ts';
import { is } from '../proofs/cases/fact.ts';
import { topicKeys } from '../proofs/work/functions.ts';
import type { Job, Task, Worker } from '../proofs/work/job.ts';
import { partitionOf } from '../proofs/work/roles.ts';
import { sources } from '../proofs/work/sources.ts';
import { topicsHandOn } from '../proofs/work/topics-hand-on.ts';
import type { Made, World } from '../proofs/world/world.ts';

/** Publish to an encrypted topic, and use its key. */
function publishes(world: World, who: Worker, what: string, topic: string, shows: Task['shows']): Task[] {
  const [account, name] = [topic.split(':')[4] ?? '', topic.split(':').at(-1) ?? ''];
  const task = { who, from: 'aws' as const, source: sources.sns };
  return [
    { ...task, does: `sends ${what}`, actions: ['sns:Publish'], on: [topic], ...(shows && { shows }) },
    ...topicKeys(world, name, account).map((key) => ({
      ...task,
      does: `encrypts ${what}`,
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      on: [key],
      ...(shows && { shows }),
    })),
  ];
}

const isTopic = (arn: unknown): arn is string => typeof arn === 'string' && arn.split(':')[2] === 'sns';

/** An alarm sends its account and its own ARN. Source: SNS Developer Guide, "Example cases for access control". */
function alarmed(world: World, { account, region, reference, properties }: Made): Task[] {
  const arn = `arn:${partitionOf(world)}:cloudwatch:${region}:${account}:alarm:${reference}`;
  const actions = [properties.AlarmActions ?? []].flat().filter(isTopic);
  return actions.flatMap((topic) =>
    publishes(world, { kind: 'service', name: 'cloudwatch.amazonaws.com' }, `the alarm ${reference}`, topic, [
      is('aws:SourceAccount', account),
      is('aws:SourceArn', arn),
    ]),
  );
}

interface Target {
  readonly Arn?: unknown;
  readonly RoleArn?: unknown;
}

/** A rule with a role publishes as that role; one without as the service, which sends no source to a key. */
function ruled(world: World, { account, region, reference, properties }: Made): Task[] {
  const name = asText(properties.Name ?? reference);
  const arn = `arn:${partitionOf(world)}:events:${region}:${account}:rule/${name}`;
  return ([properties.Targets ?? []].flat() as Target[]).flatMap(({ Arn: target, RoleArn: role }): Task[] => {
    if (!isTopic(target)) return [];
    if (typeof role !== 'string')
      return publishes(
        world,
        { kind: 'service', name: 'events.amazonaws.com' },
        `the event ${name}`,
        target,
        undefined,
      );
    const who = { kind: 'role', arn: role } as const;
    return [
      {
        does: `becomes ${role.split('/').at(-1)} for ${name}`,
        who: { kind: 'service', name: 'events.amazonaws.com' },
        actions: ['sts:AssumeRole'],
        on: [role],
        shows: [is('aws:SourceAccount', account), is('aws:SourceArn', arn)],
        from: 'aws',
        source: sources.eventBridgeRoles,
      },
      {
        does: `sends the event ${name}`,
        who,
        actions: ['sns:Publish'],
        on: [target],
        from: 'aws',
        source: sources.sns,
      },
      ...topicKeys(world, target.split(':').at(-1) ?? '', target.split(':')[4] ?? '').map(
        (key): Task => ({
          does: `encrypts the event ${name}`,
          who,
          actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
          on: [key],
          within: [is('kms:ViaService', `sns.${region}.amazonaws.com`)],
          from: 'service',
          source: sources.sns,
        }),
      ),
    ];
  });
}

export const job: Job = {
  id: 'alerts-arrive',
  title: 'Every alarm and every event that means trouble reaches its encrypted topic',
  controls: ['LPO-DET-01'],
  facts: ({ world }) => topicsHandOn(world),
  tasks: ({ world }) => [
    ...world.ofType('AWS::CloudWatch::Alarm').flatMap((alarm) => alarmed(world, alarm)),
    ...world.ofType('AWS::Events::Rule').flatMap((rule) => ruled(world, rule)),
  ],
};
