import { fact, is } from '../proofs/cases/fact.ts';
import { type FunctionNeeds, listed, named, oneOf } from '../proofs/work/function-needs.ts';
import { functionIsWired } from '../proofs/work/function-wiring.ts';
import { runsAsFunction, topicsOf, warns } from '../proofs/work/functions.ts';
import type { Job, RoleWorker } from '../proofs/work/job.ts';
import { bucketIsMade, isMade } from '../proofs/work/made.ts';
import { bucketsIn, withSecondApprover } from '../proofs/work/matter-people.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { keyBehind, partitionOf, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { roleAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { recordsStay } from '../proofs/work/stored-documents.ts';
import { othersGoOn, peopleOfTheVendor, suspendable, suspensionsOf } from '../proofs/work/suspensions.ts';
import { tasksOf } from '../proofs/work/tasks-of.ts';
import { keysHaveTheirAlias } from '../proofs/work/zones.ts';
import { organizationName } from '../template/names.ts';

/** The names its function asks for: whom it cuts off, as whom, and where it keeps and tells it. */
const needs = (subject: Parameters<Job['tasks']>[0]): FunctionNeeds => {
  const { world, matters } = subject;
  const role = vendorRole(world, 'killSwitch');
  return {
    role,
    seconds: [60, 900],
    because: 'a step over hundreds of roles at about ten calls of IAM a second',
    megabytes: 256,
    settings: [
      named('VENDOR', 'the vendor', world.name),
      named('VENDOR_ACCOUNT', 'the account', world.account),
      named('PARTITION', 'the partition', partitionOf(world)),
      listed(
        'MATTERS',
        'the matters',
        matters.map(({ id }) => id),
      ),
      listed(
        'MATTERS_WITH_PRIVILEGED_ZONE',
        'the matters with a privileged zone',
        matters.filter((matter) => bucketsIn(matter, 'privileged').length > 0).map(({ id }) => id),
      ),
      listed(
        'MATTERS_WITH_SECOND_APPROVER',
        'the matters with a second approver',
        withSecondApprover(subject).matters.map(({ id }) => id),
      ),
      oneOf('STATE_BUCKET', 'the bucket', vendorBuckets(world, 'state')),
      oneOf('EVIDENCE_BUCKET', 'the bucket', vendorBuckets(world, 'evidence')),
      oneOf(
        'TOPIC_ARN',
        'the topic',
        topicsOf(world, role).map(({ arn }) => ({ label: arn })),
      ),
      named('QUARANTINE_POLICY', 'the staged policy', organizationName('quarantine')),
      named('CONTAINMENT_ROLE', 'the role', vendorRole(world, 'containment').arn),
      named('QUARANTINE_ROLE', 'the role', vendorRole(world, 'quarantine').arn),
    ],
    words: ['RevokeClientVpnIngress', 'AttachRolePolicy', 'DisableKey', 'AttachPolicy'],
  };
};

export const job: Job = {
  id: 'kill-switch-contains-a-vendor',
  title:
    'The kill switch cuts the VPN, suspends roles and people, disables keys, puts the account in quarantine and keeps the evidence',
  controls: ['LPO-INC-02'],
  facts: (subject) => [
    ...functionIsWired(subject.world, needs(subject)),
    bucketIsMade(subject.world, 'evidence'),
    bucketIsMade(subject.world, 'state'),
    ...recordsStay(subject.world, 'state', 'suspensions', ['sessions/']),
    ...recordsStay(subject.world, 'evidence', 'records'),
    isMade(
      'policy that suspends a role',
      subject.world
        .ofType('AWS::IAM::ManagedPolicy')
        .filter(({ reference }) => reference === suspensionsOf(subject.world).everything),
    ),
    ...keysHaveTheirAlias(subject.world, subject.matters),
    ...othersGoOn(subject.world),
  ],
  tasks: (subject) => {
    const { world, matters } = subject;
    const [who, containment, quarantine] = (['killSwitch', 'containment', 'quarantine'] as const).map(
      (purpose) => vendorRole(world, purpose),
    ) as [RoleWorker, RoleWorker, RoleWorker];
    const usual = { from: 'aws', source: sources.iam } as const;
    const keeps = tasksOf(who, usual);
    const contains = tasksOf(containment, usual);
    const freezes = tasksOf(quarantine, usual);
    const iam = [is('aws:RequestedRegion', 'us-east-1')];
    const { everything, people } = suspensionsOf(world);
    const state = vendorBuckets(world, 'state');
    const keys = [
      ...matters.flatMap((matter) => matter.keys.map(({ arn }) => arn)),
      keyBehind(world, 'canary'),
    ];
    const management = quarantine.arn.split(':')[4] ?? '';
    const organizations = `arn:${partitionOf(world)}:organizations::${management}`;
    return [
      ...runsAsFunction(world, who, 'kill-switch'),
      roleAssumes(who, containment),
      roleAssumes(who, quarantine),
      ...vendorBuckets(world, 'evidence').flatMap((bucket) => [
        keeps(
          'keeps evidence under a hold',
          ['s3:PutObject', 's3:PutObjectLegalHold'],
          [`${bucket.arn}/incidents/*`],
          {
            shows: [is('s3:if-none-match', '*'), is('s3:object-lock-legal-hold', 'ON')],
            source: sources.s3,
          },
        ),
        ...throughS3(
          { world, who, bucket, folder: 'incidents/', from: 'aws' },
          'encrypts evidence',
          'kms:GenerateDataKey',
        ),
      ]),
      ...warns(world, who),
      contains(
        'cuts the VPN',
        [
          'ec2:DescribeClientVpnEndpoints',
          'ec2:DescribeClientVpnAuthorizationRules',
          'ec2:DescribeClientVpnConnections',
          'ec2:RevokeClientVpnIngress',
          'ec2:TerminateClientVpnConnections',
        ],
        ['*'],
        { source: sources.clientVpn },
      ),
      contains('suspends roles', ['iam:AttachRolePolicy'], suspendable(world), {
        within: [fact('StringEquals', 'iam:PolicyARN', everything)],
        shows: iam,
      }),
      contains(
        'suspends a person on the roles of people',
        ['iam:AttachRolePolicy'],
        [suspendable(world)[0] ?? '', ...peopleOfTheVendor(world)],
        { within: [fact('StringLike', 'iam:PolicyARN', people)], shows: iam },
      ),
      ...state.flatMap((bucket) => [
        contains('writes down who is suspended', ['s3:PutObject'], [`${bucket.arn}/suspended/*`], {
          source: sources.s3,
        }),
        contains('reads whose session it is', ['s3:GetObject'], [`${bucket.arn}/sessions/*`], {
          source: sources.s3,
        }),
        contains('is told that something is not there', ['s3:ListBucket'], [bucket.arn], {
          source: sources.s3,
        }),
        ...throughS3(
          { world, who: containment, bucket, folder: '', from: 'aws' },
          'uses the key of the state',
          'kms:Decrypt',
          'kms:GenerateDataKey',
        ),
      ]),
      contains('disables a key', ['kms:DisableKey'], keys, { source: sources.kms }),
      contains('finds a key', ['kms:DescribeKey'], keys, {
        reach: [`arn:${partitionOf(world)}:kms:*:${world.account}:key/*`],
        source: sources.kms,
      }),
      freezes('finds the quarantine policy', ['organizations:ListPolicies'], ['*'], {
        shows: [...iam, is('organizations:PolicyType', 'SERVICE_CONTROL_POLICY')],
        source: sources.organizations,
      }),
      freezes(
        'puts the account in quarantine',
        ['organizations:AttachPolicy'],
        [
          `${organizations}:account/${world.organization ?? '*'}/${world.account}`,
          `${organizations}:policy/${world.organization ?? '*'}/service_control_policy/p-*`,
        ],
        {
          within: [is('organizations:PolicyType', 'SERVICE_CONTROL_POLICY')],
          shows: iam,
          source: sources.organizations,
        },
      ),
    ];
  },
};
