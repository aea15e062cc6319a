import { resolveCertificates } from '../../../config/certificates.ts';
import type { CertificateSource } from '../certificate-sources.ts';
import { aws } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { sh, variable } from '../shell-command.ts';
import { ownAuthority } from './own-authority.ts';
import { privateAuthority } from './private-authority.ts';

/** Ways of the option, each with a sentence that leads to the other one. */
const ways: Readonly<
  Record<CertificateSource, { commands: (deployment: FirstDeployment) => CommandGroup; other: string }>
> = {
  openssl: {
    commands: ownAuthority,
    other:
      'Where the firm has an authority in AWS Private CA, take --certificates private-authority instead.',
  },
  'private-authority': {
    commands: privateAuthority,
    other: 'Without one, take --certificates openssl, the default, instead.',
  },
};

/** Step: the certificate of the VPN endpoint and one that device certificates share their root with, in ACM. */
export function certificates(deployment: FirstDeployment): GuideStep {
  const { accounts, directory, home, organization, vendor } = deployment;
  const current = resolveCertificates(organization, vendor);
  const file = vendor.certificates ? `vendors/${vendor.vendor}.yaml` : 'organization.yaml';
  const way = ways[deployment.certificates];
  const [server, clientRoot] = [variable('server_certificate'), variable('client_root')];
  return {
    title: 'Certificates',
    why:
      'The VPN asks for a device certificate beside the sign-in. Client VPN takes RSA keys of 2,048 bits at most, and wants ' +
      `a common name in the certificate of a client. Before the guardrails: they close AWS Private CA in the vendor account. ${way.other}`,
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
      way.commands(deployment),
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
