import { aws, only } from '../commands.ts';
import { federatedRoles, providerArn } from '../federated-roles.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { captured, shellCommand, variable } from '../shell-command.ts';

/** Step: the client of the VPN, and each role once. */
export function signIns(deployment: FirstDeployment): GuideStep {
  const { accounts, home, vendor } = deployment;
  const { region } = home;
  const provider = providerArn(deployment, 'access');
  const stack = deployment.stacks.find(({ id }) => id === `${vendor.vendor}/Vpn`)?.name;
  if (stack === undefined) throw new Error(`${vendor.vendor}: got no stack of a VPN, expected one.`);
  return {
    title: 'First sign-ins',
    why:
      'No role of the workspace may export the configuration of the VPN client. Roles are taken before the tunnel, because ' +
      'the endpoint for STS inside says who one is and gives no role. docs/working.md goes on from here.',
    commands: [
      {
        remark:
          'Configuration of the client, one file for each person, with the certificate of their device:',
        lines: [
          captured(
            'endpoint',
            aws(
              accounts.vendor,
              region,
              'cloudformation',
              'describe-stack-resources',
              '--stack-name',
              stack,
              ...only("StackResources[?ResourceType=='AWS::EC2::ClientVpnEndpoint'].PhysicalResourceId"),
            ),
          ),
          `${aws(
            accounts.vendor,
            region,
            'ec2',
            'export-client-vpn-client-configuration',
            '--client-vpn-endpoint-id',
            variable('endpoint'),
            '--output',
            'text',
          )} > "$pki/client.ovpn"`,
          [
            `for person in ${shellCommand(...vendor.people.map(({ id }) => id))}; do`,
            `  { cat "$pki/client.ovpn"; printf '\\ncert %s.crt\\nkey %s.key\\n' "$person" "$person"; } > "$pki/$person.ovpn"`,
            'done',
          ].join('\n'),
        ],
      },
      {
        remark:
          'Each role once, by a person of its group. Save the SAMLResponse of a sign-in, in Base64, as lpo-assertion in your home folder; it is good for 5 minutes.',
        lines: federatedRoles(deployment).map(({ arn, sessionSeconds }) =>
          shellCommand(
            'aws',
            'sts',
            'assume-role-with-saml',
            '--role-arn',
            arn,
            '--principal-arn',
            provider,
            '--saml-assertion',
            { shell: '"file://$HOME/lpo-assertion"' },
            '--duration-seconds',
            `${sessionSeconds}`,
            '--region',
            region,
            '--query',
            'AssumedRoleUser.AssumedRoleId',
          ),
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
