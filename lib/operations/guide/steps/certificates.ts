import { resolveCertificates } from '../../../config/certificates.ts';
import { aws, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { captured, shellCommand, variable, type Word } from '../shell-command.ts';

const serverDays = '365';
const rootDays = '1825';

/** File of the folder that the variable `pki` names. */
const inPki = (name: string, scheme = ''): Word => variable('pki', [scheme, `/${name}`]);

/** Step: the certificate of the VPN endpoint and one that device certificates share their root with, in ACM. */
export function certificates(deployment: FirstDeployment): GuideStep {
  const { organization, vendor, directory } = deployment;
  const { account, region } = deployment.home;
  const current = resolveCertificates(organization, vendor);
  const file = vendor.certificates ? `vendors/${vendor.vendor}.yaml` : 'organization.yaml';
  const people = vendor.people.map(({ id }) => id);
  return {
    title: 'Certificates',
    why:
      'The VPN asks for a device certificate beside the sign-in. Client VPN takes RSA keys of 2,048 bits at most, and wants ' +
      'a common name in the certificate of a client. Do one of the two ways, before the guardrails: they close AWS ' +
      'Private CA in the vendor account.',
    commands: [
      privateAuthority(deployment, people),
      ownAuthority(deployment, people),
      {
        remark: `Write both ARNs into ${directory}/${file}, under certificates, where they differ.`,
        lines: [
          shellCommand(
            'printf',
            'server: %s\\nclientRoot: %s\\n',
            variable('server_certificate'),
            variable('client_root'),
          ),
          ...(['server_certificate', 'client_root'] as const).map((name) =>
            aws(
              deployment.accounts.vendor,
              region,
              'acm',
              'describe-certificate',
              '--certificate-arn',
              variable(name),
              '--query',
              'Certificate.[Status,KeyAlgorithm,DomainName,NotAfter]',
            ),
          ),
        ],
      },
    ],
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
    check: [
      `Both certificates are ISSUED, in account ${account} and ${region}, with RSA_2048 keys.`,
      'The key of the root is where the firm keeps such keys, and in no repository.',
      'Each person has a key and a certificate of their own, so that one device can be revoked alone.',
    ],
  };
}

const names = ({ vendor: { vendor } }: FirstDeployment) => ({
  server: `vpn.${vendor}.internal`,
  devices: `devices.${vendor}.internal`,
  folder: `pki="$HOME/lpo-pki/${vendor}"; mkdir -p "$pki"; chmod 700 "$pki"`,
});

/** Text of a loop over people; the body is indented. */
const forEach = (people: readonly string[], ...body: readonly string[]): string =>
  [
    `for person in ${shellCommand(...people)}; do`,
    ...body.map((line) => line.replace(/^/gm, '  ')),
    'done',
  ].join('\n');

/** Way one: AWS Private CA, which the firm shares with the account. */
function privateAuthority(deployment: FirstDeployment, people: readonly string[]): CommandGroup {
  const { vendor } = deployment.accounts;
  const { partition, region } = deployment.home;
  const { server, devices, folder } = names(deployment);
  const authority = ['--certificate-authority-arn', variable('authority')];
  const request = (name: string) =>
    aws(
      vendor,
      region,
      'acm',
      'request-certificate',
      '--domain-name',
      name,
      ...authority,
      '--key-algorithm',
      'RSA_2048',
      ...only('CertificateArn'),
    );
  return {
    remark:
      'With an authority of AWS Private CA that the firm shares with this account by AWS RAM, with an RSA key:',
    lines: [
      folder,
      captured(
        'authority',
        aws(
          vendor,
          region,
          'acm-pca',
          'list-certificate-authorities',
          '--resource-owner',
          'OTHER_ACCOUNTS',
          ...only("CertificateAuthorities[?Status=='ACTIVE'].Arn | [0]"),
        ),
      ),
      captured('server_certificate', request(server)),
      captured('client_root', request(devices)),
      forEach(
        people,
        shellCommand(
          'openssl',
          'req',
          '-new',
          '-newkey',
          'rsa:2048',
          '-noenc',
          '-sha256',
          '-subj',
          { shell: '"/CN=$person"' },
          '-keyout',
          inPki('$person.key'),
          '-out',
          inPki('$person.csr'),
        ),
        captured(
          'issued',
          aws(
            vendor,
            region,
            'acm-pca',
            'issue-certificate',
            ...authority,
            '--csr',
            inPki('$person.csr', 'fileb://'),
            '--signing-algorithm',
            'SHA256WITHRSA',
            '--template-arn',
            `arn:${partition}:acm-pca:::template/EndEntityCertificate/V1`,
            '--validity',
            `Value=${serverDays},Type=DAYS`,
            ...only('CertificateArn'),
          ),
        ),
        aws(
          vendor,
          region,
          'acm-pca',
          'wait',
          'certificate-issued',
          ...authority,
          '--certificate-arn',
          variable('issued'),
        ),
        `${aws(
          vendor,
          region,
          'acm-pca',
          'get-certificate',
          ...authority,
          '--certificate-arn',
          variable('issued'),
          ...only('Certificate'),
        )} > "$pki/$person.crt"`,
      ),
    ],
  };
}

/** Way two: an authority of one file, made with OpenSSL 3. */
function ownAuthority(deployment: FirstDeployment, people: readonly string[]): CommandGroup {
  const { vendor } = deployment.accounts;
  const { region } = deployment.home;
  const { server, devices, folder } = names(deployment);
  const signed = (subject: Word, file: string, usage: string, ...more: readonly Word[]): string =>
    shellCommand(
      'openssl',
      'req',
      '-x509',
      '-CA',
      inPki('root.crt'),
      '-CAkey',
      inPki('root.key'),
      '-newkey',
      'rsa:2048',
      '-noenc',
      '-sha256',
      '-days',
      serverDays,
      '-subj',
      subject,
      '-addext',
      'basicConstraints=critical,CA:FALSE',
      '-addext',
      'keyUsage=critical,digitalSignature,keyEncipherment',
      '-addext',
      `extendedKeyUsage=${usage}`,
      ...more,
      '-keyout',
      inPki(`${file}.key`),
      '-out',
      inPki(`${file}.crt`),
    );
  const imported = (file: string): string =>
    aws(
      vendor,
      region,
      'acm',
      'import-certificate',
      '--certificate',
      inPki(`${file}.crt`, 'fileb://'),
      '--private-key',
      inPki(`${file}.key`, 'fileb://'),
      '--certificate-chain',
      inPki('root.crt', 'fileb://'),
      ...only('CertificateArn'),
    );
  return {
    remark:
      'With OpenSSL 3: a root for this vendor alone, which asks for a passphrase. ACM gets a certificate that nobody holds, for its chain.',
    lines: [
      folder,
      shellCommand(
        'openssl',
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-sha256',
        '-days',
        rootDays,
        '-subj',
        `/CN=root.${deployment.vendor.vendor}.internal`,
        '-addext',
        'keyUsage=critical,keyCertSign,cRLSign',
        '-keyout',
        inPki('root.key'),
        '-out',
        inPki('root.crt'),
      ),
      signed(`/CN=${server}`, 'server', 'serverAuth', '-addext', `subjectAltName=DNS:${server}`),
      signed(`/CN=${devices}`, 'devices', 'clientAuth'),
      captured('server_certificate', imported('server')),
      captured('client_root', imported('devices')),
      'rm "$pki/devices.key"',
      forEach(people, signed({ shell: '"/CN=$person"' }, '$person', 'clientAuth')),
    ],
  };
}
