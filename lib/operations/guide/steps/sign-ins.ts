import { aws, forEachPerson, only } from '../commands.ts';
import { federatedRoles, providerArn } from '../federated-roles.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { captured, sh, variable } from '../shell-command.ts';

/** Step: the client of the VPN, and each role once. */
export function signIns(deployment: FirstDeployment): GuideStep {
  const { home } = deployment;
  const provider = providerArn(deployment, 'access');
  const assertion = variable('HOME', ['file://', '/lpo-assertion']);
  return {
    title: 'First sign-ins',
    why:
      'No role of the workspace may export the configuration of the VPN client. Roles are taken before the tunnel, because ' +
      'the endpoint for STS inside says who one is and gives no role. docs/working.md goes on from here.',
    commands: [
      clientConfiguration(deployment),
      {
        remark:
          'Each role once, by a person of its group. Save the SAMLResponse of a sign-in, in Base64, as lpo-assertion in your home folder; it is good for 5 minutes.',
        lines: federatedRoles(deployment).map(
          ({ arn, sessionSeconds }) =>
            sh`aws sts assume-role-with-saml --role-arn ${arn} --principal-arn ${provider}
              --saml-assertion ${assertion} --duration-seconds ${`${sessionSeconds}`} --region ${home.region}
              --query AssumedRoleUser.AssumedRoleId`,
        ),
      },
    ],
    check: [
      'Each prints an id that ends in the id of the person, p- and hexadecimal digits.',
      'A sign-in without a second factor gets no role.',
      'No connection comes about without the device certificate, and none for a person who is not on the roster.',
      'A document of the other matter cannot be read, nor any document from outside the tunnel.',
    ],
  };
}

/** One file for each person, with the certificate of their device; sets the variable `endpoint`. */
function clientConfiguration({ accounts, home, stacks, vendor }: FirstDeployment): CommandGroup {
  const here = aws(accounts.vendor, home.region);
  const stack = stacks.find(({ id }) => id === `${vendor.vendor}/Vpn`)?.name;
  if (stack === undefined) throw new Error(`${vendor.vendor}: got no stack of a VPN, expected one.`);
  const query = "StackResources[?ResourceType=='AWS::EC2::ClientVpnEndpoint'].PhysicalResourceId";
  return {
    remark: 'Configuration of the client, one file for each person, with the certificate of their device:',
    lines: [
      captured(
        'endpoint',
        here`cloudformation describe-stack-resources --stack-name ${stack} ${only(query)}`,
      ),
      `${here`ec2 export-client-vpn-client-configuration --client-vpn-endpoint-id ${variable('endpoint')}
        --output text`} > "$pki/client.ovpn"`,
      forEachPerson(
        vendor.people.map(({ id }) => id),
        `{ cat "$pki/client.ovpn"; printf '\\ncert %s.crt\\nkey %s.key\\n' "$person" "$person"; } > "$pki/$person.ovpn"`,
      ),
    ],
  };
}
