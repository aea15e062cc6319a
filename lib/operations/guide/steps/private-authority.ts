import { aws, forEachPerson, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup } from '../guide.ts';
import { certificateDays, certificateNames, inPki, makePkiFolder, personSubject } from '../pki.ts';
import { captured, sh, variable } from '../shell-command.ts';

/** Certificates of AWS Private CA, which the firm shares with the account. */
export function privateAuthority(deployment: FirstDeployment): CommandGroup {
  const { accounts, home, vendor } = deployment;
  const { server, devices } = certificateNames(deployment);
  const here = aws(accounts.vendor, home.region);
  const authority = ['--certificate-authority-arn', variable('authority')];
  const issued = ['--certificate-arn', variable('issued')];
  const request = (name: string): string =>
    here`acm request-certificate --domain-name ${name} ${authority} --key-algorithm RSA_2048
      ${only('CertificateArn')}`;
  // An authority that is shared allows this template by default.
  const template = `arn:${home.partition}:acm-pca:::template/EndEntityCertificate/V1`;
  return {
    remark:
      'With an authority of AWS Private CA that the firm shares with this account by AWS RAM, with an RSA key:',
    lines: [
      makePkiFolder(deployment),
      captured(
        'authority',
        here`acm-pca list-certificate-authorities --resource-owner OTHER_ACCOUNTS
          ${only("CertificateAuthorities[?Status=='ACTIVE'].Arn | [0]")}`,
      ),
      captured('server_certificate', request(server)),
      captured('client_root', request(devices)),
      forEachPerson(
        vendor.people.map(({ id }) => id),
        sh`openssl req -new -newkey rsa:2048 -noenc -sha256 -subj ${personSubject}
          -keyout ${inPki('$person.key')} -out ${inPki('$person.csr')}`,
        captured(
          'issued',
          here`acm-pca issue-certificate ${authority} --csr ${inPki('$person.csr', 'fileb://')}
            --signing-algorithm SHA256WITHRSA --template-arn ${template}
            --validity Value=${certificateDays},Type=DAYS ${only('CertificateArn')}`,
        ),
        here`acm-pca wait certificate-issued ${authority} ${issued}`,
        `${here`acm-pca get-certificate ${authority} ${issued} ${only('Certificate')}`} > "$pki/$person.crt"`,
      ),
    ],
  };
}
