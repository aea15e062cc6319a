import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'somebody cut off',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/using-cloudtrail.html',
  rings: (room) =>
    ['ec2:RevokeClientVpnIngress', 'ec2:TerminateClientVpnConnections'].map((call) => called(room, call)),
  silent: (room) => ['ec2:DeleteTags'].map((call) => called(room, call)),
};
