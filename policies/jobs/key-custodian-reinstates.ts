import { fact, is } from '../proofs/cases/fact.ts';
import type { Job } from '../proofs/work/job.ts';
import { partitionOf, vendorBuckets, vendorRole } from '../proofs/work/roles.ts';
import { sources } from '../proofs/work/sources.ts';
import { peopleOfTheVendor, suspendable, suspensionsOf } from '../proofs/work/suspensions.ts';

export const job: Job = {
  id: 'key-custodian-reinstates',
  title: 'After an incident the key custodian takes suspensions back and puts the VPN rules back',
  controls: ['LPO-INC-02'],
  tasks: ({ world }) => {
    const who = vendorRole(world, 'keyCustodian');
    const state = vendorBuckets(world, 'state');
    const { everything, people } = suspensionsOf(world);
    const vpns = world.ofType('AWS::EC2::ClientVpnEndpoint');
    return [
      {
        does: 'lifts a suspension of a person or a matter',
        who,
        actions: ['s3:DeleteObject'],
        on: state.map(({ arn }) => `${arn}/suspended/*`),
        from: 'internet',
        source: sources.s3,
      },
      {
        does: 'sees other suspensions',
        who,
        actions: ['s3:ListBucket'],
        on: state.map(({ arn }) => arn),
        from: 'internet',
        source: sources.s3,
      },
      {
        does: 'takes the suspension off a role',
        who,
        actions: ['iam:DetachRolePolicy'],
        on: [...suspendable(world), ...peopleOfTheVendor(world)],
        within: [fact('StringLike', 'iam:PolicyARN', everything, people)],
        shows: [is('aws:RequestedRegion', 'us-east-1')],
        from: 'internet',
        source: sources.iam,
      },
      {
        does: 'puts a VPN rule back',
        who,
        actions: ['ec2:AuthorizeClientVpnIngress'],
        on: vpns.map(
          ({ account, region, reference }) =>
            `arn:${partitionOf(world)}:ec2:${region}:${account}:client-vpn-endpoint/${reference}`,
        ),
        reach: [`arn:${partitionOf(world)}:ec2:*:${world.account}:client-vpn-endpoint/*`],
        from: 'internet',
        source: sources.clientVpn,
      },
    ];
  },
};
