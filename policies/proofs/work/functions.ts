import { asText } from '../../../lib/model/as-text.ts';
import { is } from '../cases/fact.ts';
import type { Resource, World } from '../world/world.ts';
import type { RoleWorker, Task } from './job.ts';
import { accountOf, keyNamed, partitionOf, regionOfRole } from './roles.ts';
import { serviceAssumes } from './sessions.ts';
import { sources } from './sources.ts';
import { tasksOf } from './tasks-of.ts';

/** Lambda takes a function's role and writes its log, which lies under `/lpo/<vendor>/`. */
export function runsAsFunction(world: World, role: RoleWorker, log: string): Task[] {
  const place = `${regionOfRole(world, role)}:${accountOf(role)}`;
  return [
    // Lambda documents no source condition for the trust of an execution role.
    serviceAssumes('lambda.amazonaws.com', role, sources.lambda),
    {
      does: 'writes its log',
      who: role,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ...streamsOf(`arn:${partitionOf(world)}:logs:${place}:log-group:/lpo/${world.name}/${log}`),
      from: 'aws',
      source: sources.lambda,
    },
  ];
}

/** Streams of a log group, by its ARN; rights are written for everything of the group. */
export const streamsOf = (group: string): Pick<Task, 'on' | 'reach'> => ({
  on: [`${group}:log-stream:*`],
  reach: [`${group}:*`],
});

/** Reads one file that was published with the templates, `<hash>.json` in the bootstrap bucket. */
export function readsPublished(
  world: World,
  role: RoleWorker,
  what: string,
  variables: readonly [bucket: string, key: string],
): Task[] {
  const published = world.ofType('AWS::Lambda::Function').flatMap(({ properties }) => {
    const { Role, Environment } = properties as {
      readonly Role?: unknown;
      readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> };
    };
    const [bucket, key] = variables.map((name) => Environment?.Variables?.[name]);
    return Role === role.arn && typeof bucket === 'string' && typeof key === 'string'
      ? [`${bucket}/${key}`]
      : [];
  });
  return [
    {
      does: `reads ${what}`,
      who: role,
      actions: ['s3:GetObject'],
      on:
        published.length > 0
          ? published.map((name) => `arn:${partitionOf(world)}:s3:::${name}`)
          : ['arn:aws:s3:::none/none'],
      from: 'aws',
      source: sources.s3,
    },
  ];
}

/** Topics of the vendor in the account of a role. */
export const topicsOf = (world: World, role: RoleWorker): readonly Resource[] =>
  world.resources.filter(({ type, account }) => type === 'AWS::SNS::Topic' && account === accountOf(role));

/** Publishes to the vendor's topic in the role's account, whose key SNS uses on its behalf. */
export function warns(world: World, role: RoleWorker): Task[] {
  const account = accountOf(role);
  const topics = topicsOf(world, role);
  const does = tasksOf(role, { from: 'aws', source: sources.sns });
  return [
    does(
      'sends an alert',
      ['sns:Publish'],
      topics.map(({ arn }) => arn),
    ),
    ...topics.flatMap((topic) =>
      topicKeys(world, topic.label, account).map((key) =>
        does('encrypts an alert', ['kms:GenerateDataKey', 'kms:Decrypt'], [key], {
          within: [is('kms:ViaService', `sns.${topic.region}.amazonaws.com`)],
          from: 'service',
        }),
      ),
    ),
  ];
}

/** Key of a topic, by its name. */
export function topicKeys(world: World, name: string, account: string): string[] {
  return world
    .ofType('AWS::SNS::Topic')
    .filter(({ properties, account: of }) => properties.TopicName === name && of === account)
    .flatMap(({ properties: { KmsMasterKeyId: id } }) =>
      id === undefined ? [] : [keyNamed(world, asText(id))],
    );
}
