import type { FirstDeployment } from './first-deployment.ts';
import { variable, type Word } from './shell-command.ts';

/** Days that the certificates of the endpoint and of devices are valid. */
export const certificateDays = '365';

/** Names in certificates, which nothing resolves. */
export const certificateNames = ({ vendor: { vendor } }: FirstDeployment) => ({
  server: `vpn.${vendor}.internal`,
  devices: `devices.${vendor}.internal`,
  root: `root.${vendor}.internal`,
});

/** Command that makes the folder of keys, outside of every repository; its variable is `pki`. */
export const makePkiFolder = ({ vendor: { vendor } }: FirstDeployment): string =>
  `pki="$HOME/lpo-pki/${vendor}"; mkdir -p "$pki"; chmod 700 "$pki"`;

/** File of that folder. @param scheme in front of it, such as `fileb://` */
export const inPki = (name: string, scheme = ''): Word => variable('pki', [scheme, `/${name}`]);

/** Subject of the certificate of a person's device, in the loop over people. */
export const personSubject: Word = variable('person', ['/CN=', '']);
