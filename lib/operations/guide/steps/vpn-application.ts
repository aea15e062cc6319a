import type { Vendor } from '../../../config/vendor-schema.ts';
import { functionsOf } from '../../../profile/functions-of.ts';
import { configOf } from '../commands.ts';
import { providerArn } from '../federated-roles.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { sh } from '../shell-command.ts';

const acs = 'http://127.0.0.1:35001';
const audience = 'urn:amazon:webservices:clientvpn';

/** Step: the application of the identity provider that lets people into the VPN. */
export function vpnApplication(deployment: FirstDeployment): GuideStep {
  const { organization, vendor, vendors, directory } = deployment;
  return {
    title: 'SAML application for the VPN',
    why:
      'A second application, because Client VPN has an audience and an address of its own. The connect handler lets in the ' +
      'person whose id stands before the @ of the NameID, and logs everybody else as NOT-ON-ROSTER.',
    tables: [
      {
        caption:
          'Entra ID: AWS ClientVPN from the gallery. A Conditional Access policy requires multifactor authentication for it.',
        head: ['Field', 'Value'],
        rows: [
          ['Identifier (Entity ID)', audience],
          ['Reply URL (ACS)', acs],
          [
            'Unique User Identifier',
            'transformation Join() of user.employeeid, separator @, and a domain of the firm; format Email address',
          ],
          ['claim memberOf, without namespace', 'group claim: groups assigned to the application, Group ID'],
          ['claims FirstName, LastName, without namespace', 'user.givenname, user.surname'],
          ['Signing option', 'Sign SAML response and assertion; no token encryption'],
        ],
      },
      {
        caption:
          'Okta: AWS ClientVPN from the catalog. Its authentication policy asks for two factor types at every sign-in.',
        head: ['Field', 'Value'],
        rows: [
          ['Port', '35001'],
          [
            'Application username format',
            'Custom: user.employeeNumber + "@" + a domain of the firm in quotes; Name ID format EmailAddress',
          ],
          ['memberOf', `Matches regex: ${groupFilter(vendors)}`],
          ['Names of the groups', 'the ids below: Okta sends names'],
        ],
      },
      {
        caption: `Values of memberOf that ${vendor.vendor} knows; the provider behind them is ${providerArn(deployment, 'vpn')}.`,
        head: ['Function', 'Group'],
        rows: vendor.matters.flatMap((matter) =>
          functionsOf(matter).map((fn) => [
            `${matter.id} ${fn}`,
            matter.groups[fn] ?? 'none yet; gate ENG-R06 asks for one',
          ]),
        ),
      },
    ],
    commands: [
      {
        remark: 'Configuration and metadata are read, and the gates are asked:',
        lines: [sh`npx lpo validate ${configOf(deployment)}`],
      },
    ],
    check: [
      `Its metadata are in ${directory}/${organization.identityProvider.vpnMetadata}; both files shipped there are examples whose keys were thrown away.`,
      'The answer is signed, not encrypted, and at most 128 KB: send the groups of this application alone.',
      'The VPN sees no second factor; the provider has to demand it for this application.',
      'validate exits with 0.',
    ],
  };
}

/** Expression that matches the group ids of all vendors, by their first part: an expression has 1,024 characters. */
const groupFilter = (vendors: readonly Vendor[]): string => {
  const ids = vendors.flatMap(({ matters }) => matters.flatMap(({ groups }) => Object.values(groups)));
  const first = [...new Set(ids.map((id) => id.split('-')[0]))].sort();
  return `^(${first.join('|')}).*`;
};
