import { is } from '../proofs/cases/fact.ts';
import type { Job, Task } from '../proofs/work/job.ts';
import { sources } from '../proofs/work/sources.ts';
import { staffNames } from '../proofs/work/staff-names.ts';

export const job: Job = {
  id: 'staff-renew-vpn-certificates',
  title:
    'Staff of the firm in the vendor’s account renew the certificates of the VPN, publish revocations and hand out its configuration, none of which CloudFormation does',
  controls: ['LPO-IDN-01'],
  tasks: ({ world }) => {
    const { account, deployers, ofType } = world;
    const regions = new Set(ofType('AWS::EC2::ClientVpnEndpoint').map(({ region }) => region));
    return deployers
      .filter((deployer) => deployer.account === account && regions.has(deployer.region))
      .flatMap(({ partition, region }): Task[] => {
        const staff = (does: string, actions: readonly string[], on: string): Task => ({
          does,
          who: { kind: 'account', account },
          actions,
          on: [on],
          shows: [is('aws:RequestedRegion', region), staffNames(world)],
          from: 'internet',
          source: sources.clientVpn,
        });
        const inRegion = (service: string, resource: string) =>
          `arn:${partition}:${service}:${region}:${account}:${resource}/*`;
        return [
          staff(
            'renews a certificate',
            [
              'acm:AddTagsToCertificate',
              'acm:DeleteCertificate',
              'acm:DescribeCertificate',
              'acm:ImportCertificate',
            ],
            inRegion('acm', 'certificate'),
          ),
          staff('orders a certificate', ['acm:RequestCertificate'], '*'),
          staff(
            'publishes revocations and hands out the configuration',
            [
              'ec2:ExportClientVpnClientCertificateRevocationList',
              'ec2:ExportClientVpnClientConfiguration',
              'ec2:ImportClientVpnClientCertificateRevocationList',
            ],
            inRegion('ec2', 'client-vpn-endpoint'),
          ),
        ];
      });
  },
};
