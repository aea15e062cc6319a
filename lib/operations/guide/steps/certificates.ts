import { resolveCertificates } from '../../../config/certificates.ts';
import { aws } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { sh, variable } from '../shell-command.ts';
import { ownAuthority } from './own-authority.ts';
import { privateAuthority } from './private-authority.ts';

/** Step: the certificate of the VPN endpoint and one that device certificates share their root with, in ACM. */
export function certificates(deployment: FirstDeployment): GuideStep {
  const { accounts, directory, home, organization, vendor } = deployment;
  const current = resolveCertificates(organization, vendor);
  const file = vendor.certificates ? `vendors/${vendor.vendor}.yaml` : 'organization.yaml';
  const [server, clientRoot] = [variable('server_certificate'), variable('client_root')];
  return {
    title: 'Certificates',
    why:
      'The VPN asks for a device certificate beside the sign-in. Client VPN takes RSA keys of 2,048 bits at most, and wants ' +
      'a common name in the certificate of a client. Do one of the two ways, before the guardrails: they close AWS ' +
      'Private CA in the vendor account.',
    tables: [
      {
        caption: 'In the configuration now:',
        head: ['Field', 'Certificate in ACM'],
        rows: [
          ['server', current.server],
          ['clientRoot', current.clientRoot],
        ],
      },
    ],
    commands: [
      privateAuthority(deployment),
      ownAuthority(deployment),
      {
        remark: `Write both ARNs into ${directory}/${file}, under certificates, where they differ.`,
        lines: [
          sh`printf ${'server: %s\\nclientRoot: %s\\n'} ${server} ${clientRoot}`,
          ...[server, clientRoot].map(
            (arn) =>
              aws(accounts.vendor, home.region)`acm describe-certificate --certificate-arn ${arn}
                --query ${'Certificate.[Status,KeyAlgorithm,DomainName,NotAfter]'}`,
          ),
        ],
      },
    ],
    check: [
      `Both certificates are ISSUED, in account ${home.account} and ${home.region}, with RSA_2048 keys.`,
      'The key of the root is where the firm keeps such keys, and in no repository.',
      'Each person has a key and a certificate of their own, so that one device can be revoked alone.',
    ],
  };
}
