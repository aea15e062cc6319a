import { aws, forEachPerson, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup } from '../guide.ts';
import { certificateDays, certificateNames, inPki, makePkiFolder, personSubject } from '../pki.ts';
import { captured, sh, type Word } from '../shell-command.ts';

const rootDays = '1825';

/** Certificate and key of a file's name, signed by the root. */
const signed = (subject: Word, file: string, usage: string, more: readonly Word[] = []): string =>
  sh`openssl req -x509 -CA ${inPki('root.crt')} -CAkey ${inPki('root.key')} -newkey rsa:2048 -noenc -sha256
    -days ${certificateDays} -subj ${subject} -addext basicConstraints=critical,CA:FALSE
    -addext keyUsage=critical,digitalSignature,keyEncipherment -addext extendedKeyUsage=${usage} ${more}
    -keyout ${inPki(`${file}.key`)} -out ${inPki(`${file}.crt`)}`;

/** Certificates of an authority of one file, made with OpenSSL 3. */
export function ownAuthority(deployment: FirstDeployment): CommandGroup {
  const { accounts, home, vendor } = deployment;
  const { server, devices, root } = certificateNames(deployment);
  const imported = (file: string): string =>
    aws(accounts.vendor, home.region)`acm import-certificate --certificate ${inPki(`${file}.crt`, 'fileb://')}
      --private-key ${inPki(`${file}.key`, 'fileb://')} --certificate-chain ${inPki('root.crt', 'fileb://')}
      ${only('CertificateArn')}`;
  return {
    remark:
      'With OpenSSL 3: a root for this vendor alone, which asks for a passphrase. ACM gets a certificate that nobody holds, for its chain.',
    lines: [
      makePkiFolder(deployment),
      sh`openssl req -x509 -newkey rsa:2048 -sha256 -days ${rootDays} -subj /CN=${root}
        -addext keyUsage=critical,keyCertSign,cRLSign -keyout ${inPki('root.key')} -out ${inPki('root.crt')}`,
      signed(`/CN=${server}`, 'server', 'serverAuth', ['-addext', `subjectAltName=DNS:${server}`]),
      signed(`/CN=${devices}`, 'devices', 'clientAuth'),
      captured('server_certificate', imported('server')),
      captured('client_root', imported('devices')),
      'rm "$pki/devices.key"',
      forEachPerson(
        vendor.people.map(({ id }) => id),
        signed(personSubject, '$person', 'clientAuth'),
      ),
    ],
  };
}
