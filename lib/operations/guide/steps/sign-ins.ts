import { aws, forEachPerson } from '../commands.ts';
import { endpointOf } from '../endpoint-of.ts';
import { federatedRoles, providerArn } from '../federated-roles.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { makePkiFolder } from '../pki.ts';
import { sh, variable } from '../shell-command.ts';

/** Step: the client of the VPN, and each role once. */
export function signIns(deployment: FirstDeployment): GuideStep {
  const { home } = deployment;
  const provider = providerArn(deployment, 'access');
  const assertion = variable('HOME', ['file://', '/lpo-assertion']);
  return {
    title: 'First sign-ins',
    why:
      'No role of the workspace may export the configuration of the VPN client. Roles are taken before the tunnel, because ' +
      'the endpoint for STS inside says who one is and gives no role. Each role is tried once, by a person of its group, on ' +
      'their own device: they sign in, save the SAMLResponse, in Base64, as lpo-assertion in their home folder, and run the ' +
      'command of their role alone. A SAMLResponse is good for 5 minutes and for the roles of that person; docs/working.md ' +
      'says where the browser shows it, and goes on from here.',
    commands: [
      clientConfiguration(deployment),
      ...federatedRoles(deployment).map(({ label, group, arn, sessionSeconds }) => ({
        remark: `${label}: somebody of ${group === undefined ? "the firm's own group" : `group ${group}`}, with a fresh lpo-assertion.`,
        lines: [
          sh`aws sts assume-role-with-saml --role-arn ${arn} --principal-arn ${provider}
            --saml-assertion ${assertion} --duration-seconds ${`${sessionSeconds}`} --region ${home.region}
            --query AssumedRoleUser.AssumedRoleId`,
        ],
      })),
    ],
    check: [
      'Each prints an id that ends in the id of the person, p- and hexadecimal digits.',
      'A sign-in without a second factor gets no role.',
      'No connection comes about without the device certificate, and none for a person who is not on the roster.',
      'A document of the other matter cannot be read, nor any document from outside the tunnel.',
    ],
  };
}

/** One file for each person, with the certificate of their device; sets the variables `pki` and `endpoint`. */
function clientConfiguration(deployment: FirstDeployment): CommandGroup {
  const { accounts, home, vendor } = deployment;
  const here = aws(accounts.vendor, home.region);
  return {
    remark:
      'Configuration of the client, one file for each person, with the certificate of their device, in the folder of the certificates:',
    lines: [
      makePkiFolder(deployment),
      endpointOf(deployment),
      `${here`ec2 export-client-vpn-client-configuration --client-vpn-endpoint-id ${variable('endpoint')}
        --output text`} > "$pki/client.ovpn"`,
      forEachPerson(
        vendor.people.map(({ id }) => id),
        `{ cat "$pki/client.ovpn"; printf '\\ncert %s.crt\\nkey %s.key\\n' "$person" "$person"; } > "$pki/$person.ovpn"`,
      ),
    ],
  };
}
