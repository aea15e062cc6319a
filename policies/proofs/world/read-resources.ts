import { asText } from '../../../lib/model/as-text.ts';
import type { Statement } from '../policy/statement.ts';
import type { Entry, TemplateReader } from './template-reader.ts';
import type { Resource } from './world.ts';

/** Types that can carry a policy, and the property that holds it on the resource itself. */
const ownPolicy: Readonly<Record<string, string | undefined>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::S3::Bucket': undefined,
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::SNS::Topic': undefined,
  'AWS::SQS::Queue': undefined,
  'AWS::Lambda::Function': undefined,
  'AWS::SecretsManager::Secret': undefined,
  'AWS::Logs::LogGroup': undefined,
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::Backup::LogicallyAirGappedBackupVault': 'AccessPolicy',
  'AWS::DynamoDB::Table': undefined,
  'AWS::CloudTrail::Trail': undefined,
};

/** Types that attach a policy to another resource: property with the target, property with the document. */
const attachments: Readonly<Record<string, readonly [target: string, document: string]>> = {
  'AWS::S3::BucketPolicy': ['Bucket', 'PolicyDocument'],
  'AWS::SNS::TopicPolicy': ['Topics', 'PolicyDocument'],
  'AWS::SQS::QueuePolicy': ['Queues', 'PolicyDocument'],
  'AWS::SecretsManager::ResourcePolicy': ['SecretId', 'ResourcePolicy'],
};

/** Resources with the policies that are on them or attached to them. */
export function readResources(reader: TemplateReader): Resource[] {
  const attached = Object.entries(attachments).flatMap(([type, [target, document]]) =>
    reader.ofType(type).map((entry) => ({
      entry,
      targets: reader.list(entry, target).map(asText),
      statements: reader.policy(
        entry,
        entry.resource.Properties?.[document],
        `Properties.${document}`,
        'resource',
      ),
    })),
  );
  const claimed = new Set<Entry>();
  const resources = Object.entries(ownPolicy).flatMap(([type, property]) =>
    reader.ofType(type).map((entry) => {
      const arn = reader.arn(entry);
      const name = arn.replace(/:\*$/, '').split(/[:/]/).at(-1) ?? '';
      const mine = attached.filter(
        ({ targets, entry: { stack } }) =>
          stack.account === entry.stack.account && (targets.includes(arn) || targets.includes(name)),
      );
      for (const { entry: policy } of mine) claimed.add(policy);
      const own = property === undefined ? undefined : ownStatements(reader, entry, property);
      const policy =
        own === undefined && mine.length === 0
          ? undefined
          : [...(own ?? []), ...mine.flatMap((found) => found.statements)];
      return readResource(reader, entry, arn, name, policy);
    }),
  );
  for (const { entry, targets } of attached) {
    if (claimed.has(entry)) continue;
    reader.fail(
      'WORLD-ATTACHED-OUTSIDE',
      reader.place(entry),
      targets.join(', '),
      'a resource of the same stage and account',
    );
  }
  return resources;
}

function ownStatements(reader: TemplateReader, entry: Entry, property: string): Statement[] | undefined {
  const document = entry.resource.Properties?.[property];
  return document === undefined
    ? undefined
    : reader.policy(entry, document, `Properties.${property}`, 'resource');
}

/** Properties beside the policy that a statement or a job looks at. */
const lookedAt: Readonly<Record<string, readonly string[]>> = {
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::S3::AccessPoint': ['VpcConfiguration'],
  'AWS::S3::Bucket': ['BucketEncryption', 'ObjectLockConfiguration'],
};

const resolvedProperties = (reader: TemplateReader, entry: Entry): Record<string, unknown> =>
  Object.fromEntries(
    (lookedAt[entry.resource.Type] ?? []).flatMap((name) => {
      const value = reader.value(entry, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

function readResource(
  reader: TemplateReader,
  entry: Entry,
  arn: string,
  name: string,
  policy: Statement[] | undefined,
): Resource {
  const parent =
    entry.resource.Type === 'AWS::S3::AccessPoint'
      ? `arn:aws:s3:::${reader.text(entry, 'Bucket') ?? ''}`
      : undefined;
  return {
    type: entry.resource.Type,
    label: name,
    arn,
    account: entry.stack.account ?? '',
    region: entry.stack.region ?? '',
    place: reader.place(entry),
    tags: reader.tags(entry),
    properties: resolvedProperties(reader, entry),
    ...(policy && { policy }),
    ...(parent !== undefined && { parent }),
  };
}
