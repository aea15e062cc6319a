import { asText } from '../../lib/model/as-text.ts';
import { fact, is } from '../proofs/cases/fact.ts';
import { streamsOf } from '../proofs/work/functions.ts';
import type { Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { logsAreDelivered } from '../proofs/work/log-deliveries.ts';
import { bucketIsMade, isMade } from '../proofs/work/made.ts';
import { keyArnOf } from '../proofs/work/objects.ts';
import { keyNamed, partitionOf, vendorBuckets } from '../proofs/work/roles.ts';
import { serviceAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';

export const job: Job = {
  id: 'services-keep-the-records',
  title: 'CloudTrail, Config and S3 deliver their logs, and the VPC its flow logs',
  controls: ['LPO-LOG-01', 'LPO-LOG-02'],
  facts: ({ world }) => [
    isMade('trail', world.ofType('AWS::CloudTrail::Trail')),
    isMade('flow log of the VPC', world.ofType('AWS::EC2::FlowLog')),
    isMade(
      'query log of the resolver',
      world.ofType('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation'),
    ),
    bucketIsMade(world, 'config'),
    ...logsAreDelivered(world),
  ],
  tasks: ({ world }) => {
    const partition = partitionOf(world);
    const trails = world.ofType('AWS::CloudTrail::Trail').flatMap((trail): Task[] => {
      const { S3BucketName, KMSKeyId, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } = trail.properties;
      const arn = `arn:${partition}:cloudtrail:${trail.region}:${trail.account}:trail/${trail.reference}`;
      const service = { kind: 'service', name: 'cloudtrail.amazonaws.com' } as const;
      const source = [is('aws:SourceArn', arn), is('aws:SourceAccount', trail.account)];
      const role: RoleWorker = { kind: 'role', arn: asText(CloudWatchLogsRoleArn) };
      return [
        {
          does: "looks at the bucket's ACL",
          who: service,
          actions: ['s3:GetBucketAcl'],
          on: [`arn:${partition}:s3:::${S3BucketName}`],
          shows: source,
          from: 'aws',
          source: sources.cloudTrailBucket,
        },
        {
          does: 'delivers the trail',
          who: service,
          actions: ['s3:PutObject'],
          on: [`arn:${partition}:s3:::${S3BucketName}/AWSLogs/${trail.account}/*`],
          shows: [
            ...source,
            is('s3:x-amz-acl', 'bucket-owner-full-control'),
            // Log files lie under the trail's key; digests under the bucket's.
            fact('StringEqualsIfExists', 's3:x-amz-server-side-encryption', 'aws:kms'),
            fact(
              'ArnEqualsIfExists',
              's3:x-amz-server-side-encryption-aws-kms-key-id',
              keyNamed(world, asText(KMSKeyId)),
            ),
          ],
          from: 'aws',
          source: sources.cloudTrailBucket,
        },
        {
          does: 'looks at the key of the trail',
          who: service,
          actions: ['kms:DescribeKey'],
          on: [keyNamed(world, asText(KMSKeyId))],
          shows: source,
          from: 'aws',
          source: sources.cloudTrailKey,
        },
        {
          does: 'encrypts the trail',
          who: service,
          actions: ['kms:GenerateDataKey'],
          on: [keyNamed(world, asText(KMSKeyId))],
          shows: [...source, is('kms:EncryptionContext:aws:cloudtrail:arn', arn)],
          from: 'aws',
          source: sources.cloudTrailKey,
        },
        // CloudTrail sends no source condition here: prowler-cloud/prowler#4714.
        serviceAssumes('cloudtrail.amazonaws.com', role, sources.cloudTrailLogs),
        {
          does: 'writes the trail to its log group',
          who: role,
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          on: [
            `${asText(CloudWatchLogsLogGroupArn).replace(/:\*$/, '')}:log-stream:${trail.account}_CloudTrail_${trail.region}*`,
          ],
          from: 'aws',
          source: sources.cloudTrailLogs,
        },
      ];
    });
    const config = vendorBuckets(world, 'config').flatMap((bucket): Task[] => {
      const service = { kind: 'service', name: 'config.amazonaws.com' } as const;
      const shows = [is('aws:SourceAccount', world.account)];
      const key = keyArnOf(bucket, world);
      return [
        {
          does: 'looks at the bucket of its history',
          who: service,
          actions: ['s3:GetBucketAcl', 's3:ListBucket'],
          on: [bucket.arn],
          shows,
          from: 'aws',
          source: sources.config,
        },
        {
          does: 'delivers its history',
          who: service,
          actions: ['s3:PutObject'],
          on: [`${bucket.arn}/AWSLogs/${world.account}/Config/*`],
          shows: [...shows, is('s3:x-amz-acl', 'bucket-owner-full-control')],
          from: 'aws',
          source: sources.config,
        },
        {
          does: 'encrypts its history',
          who: service,
          actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
          on: [key ?? `no key of ${bucket.label}`],
          shows: [
            ...shows,
            fact(
              'StringLike',
              'kms:EncryptionContext:aws:s3:arn',
              `${bucket.arn}/AWSLogs/${world.account}/Config/*`,
            ),
            is('kms:ViaService', `s3.${bucket.region}.amazonaws.com`),
          ],
          from: 'service',
          source: sources.config,
        },
      ];
    });
    const access = world.ofType('AWS::S3::Bucket').flatMap((bucket): Task[] => {
      const target = (
        bucket.properties.LoggingConfiguration as { DestinationBucketName?: unknown } | undefined
      )?.DestinationBucketName;
      if (target === undefined) return [];
      return [
        {
          does: `delivers the access log of ${bucket.reference}`,
          who: { kind: 'service', name: 'logging.s3.amazonaws.com' },
          actions: ['s3:PutObject'],
          on: [`arn:${partition}:s3:::${target}/*`],
          shows: [
            is('aws:SourceAccount', bucket.account),
            is('aws:SourceArn', `arn:${partition}:s3:::${bucket.reference}`),
          ],
          from: 'aws',
          source: sources.s3AccessLogs,
        },
      ];
    });
    const flow = world.ofType('AWS::EC2::FlowLog').flatMap((log): Task[] => {
      const role: RoleWorker = { kind: 'role', arn: asText(log.properties.DeliverLogsPermissionArn) };
      const group = `arn:${partition}:logs:${log.region}:${log.account}:log-group:${log.properties.LogGroupName}`;
      return [
        serviceAssumes('vpc-flow-logs.amazonaws.com', role, sources.flowLogs, [
          is('aws:SourceAccount', log.account),
          is(
            'aws:SourceArn',
            `arn:${partition}:ec2:${log.region}:${log.account}:vpc-flow-log/${log.reference}`,
          ),
        ]),
        {
          does: 'writes flow logs',
          who: role,
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          ...streamsOf(group),
          from: 'aws',
          source: sources.flowLogs,
        },
        {
          does: 'finds the stream of an interface',
          who: role,
          actions: ['logs:DescribeLogStreams'],
          on: [`${group}:*`],
          from: 'aws',
          source: sources.flowLogs,
        },
      ];
    });
    return [...trails, ...config, ...access, ...flow];
  },
};
