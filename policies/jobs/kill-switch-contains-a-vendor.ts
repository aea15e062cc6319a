import { fact, is } from '../proofs/cases/fact.ts';
import { runsAsFunction, warns } from '../proofs/work/functions.ts';
import type { Job, RoleWorker, Task } from '../proofs/work/job.ts';
import { throughS3 } from '../proofs/work/objects.ts';
import { keyBehind, partitionOf, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { roleAssumes } from '../proofs/work/sessions.ts';
import { sources } from '../proofs/work/sources.ts';
import { othersGoOn, peopleOfTheVendor, suspendable, suspensionsOf } from '../proofs/work/suspensions.ts';

export const job: Job = {
  id: 'kill-switch-contains-a-vendor',
  title:
    'The kill switch cuts the VPN, suspends roles and people, disables keys, puts the account in quarantine and keeps the evidence',
  controls: ['LPO-INC-02'],
  facts: ({ world }) => othersGoOn(world),
  tasks: (subject) => {
    const { world, matters } = subject;
    const [who, containment, quarantine] = (['killSwitch', 'containment', 'quarantine'] as const).map(
      (purpose) => vendorRole(world, purpose),
    ) as [RoleWorker, RoleWorker, RoleWorker];
    const does = (
      role: RoleWorker,
      what: string,
      actions: readonly string[],
      on: readonly string[],
      more: Partial<Task> = {},
    ): Task => ({
      does: what,
      who: role,
      actions,
      on,
      from: 'aws',
      source: sources.iam,
      ...more,
    });
    const iam = [is('aws:RequestedRegion', 'us-east-1')];
    const { everything, people } = suspensionsOf(world);
    const state = vendorBuckets(world, 'state');
    const keys = [
      ...matters.flatMap((matter) => matter.keys.map(({ arn }) => arn)),
      ...['canary'].flatMap((word) => keyBehind(world, word) ?? []),
    ];
    const management = quarantine.arn.split(':')[4] ?? '';
    const organizations = `arn:${partitionOf(world)}:organizations::${management}`;
    return [
      ...runsAsFunction(world, who, 'kill-switch'),
      roleAssumes(who, containment),
      roleAssumes(who, quarantine),
      ...vendorBuckets(world, 'evidence').flatMap((bucket) => [
        does(
          who,
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
      does(
        containment,
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
      does(containment, 'suspends roles', ['iam:AttachRolePolicy'], suspendable(world), {
        within: [fact('StringEquals', 'iam:PolicyARN', everything)],
        shows: iam,
      }),
      does(
        containment,
        'suspends a person on the roles of people',
        ['iam:AttachRolePolicy'],
        [suspendable(world)[0] ?? '', ...peopleOfTheVendor(world)],
        { within: [fact('StringLike', 'iam:PolicyARN', people)], shows: iam },
      ),
      ...state.flatMap((bucket) => [
        does(containment, 'writes down who is suspended', ['s3:PutObject'], [`${bucket.arn}/suspended/*`], {
          source: sources.s3,
        }),
        does(containment, 'reads whose session it is', ['s3:GetObject'], [`${bucket.arn}/sessions/*`], {
          source: sources.s3,
        }),
        does(containment, 'is told that something is not there', ['s3:ListBucket'], [bucket.arn], {
          source: sources.s3,
        }),
        ...throughS3(
          { world, who: containment, bucket, folder: '', from: 'aws' },
          'uses the key of the state',
          'kms:Decrypt',
          'kms:GenerateDataKey',
        ),
      ]),
      does(containment, 'disables a key', ['kms:DisableKey'], keys, { source: sources.kms }),
      does(containment, 'finds a key', ['kms:DescribeKey'], keys, {
        reach: [`arn:${partitionOf(world)}:kms:*:${world.account}:key/*`],
        source: sources.kms,
      }),
      does(quarantine, 'finds the quarantine policy', ['organizations:ListPolicies'], ['*'], {
        shows: [...iam, is('organizations:PolicyType', 'SERVICE_CONTROL_POLICY')],
        source: sources.organizations,
      }),
      does(
        quarantine,
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
