import { samlAudience } from '../../../constructs/access/federated-trust.ts';
import { tagKeys } from '../../../model/tag-keys.ts';
import { configOf } from '../commands.ts';
import { federatedRoles, providerArn } from '../federated-roles.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep, GuideTable } from '../guide.ts';
import { sh } from '../shell-command.ts';

const attributes = 'https://aws.amazon.com/SAML/Attributes';
const mfa = `PrincipalTag:${tagKeys.mfa}`;

/** Step: the application of the identity provider that gives people their roles. */
export function rolesApplication(deployment: FirstDeployment): GuideStep {
  const { organization, directory } = deployment;
  const audience = samlAudience(deployment.home.region);
  const values = roles(deployment);
  return {
    title: 'SAML application for roles',
    why:
      'One application serves every vendor; each vendor adds its roles. A role wants the second factor as a session tag ' +
      'and accepts no other tag, and the session has to be named by the id of the person.',
    tables: [
      {
        caption:
          'Entra ID: a non-gallery enterprise application, Single sign-on, SAML. A Conditional Access policy requires multifactor authentication for it.',
        head: ['Field', 'Value'],
        rows: [
          ['Identifier (Entity ID)', audience],
          ['Reply URL (ACS)', audience],
          ['Unique User Identifier', 'user.employeeid, format Persistent'],
          [`claim Role, namespace ${attributes}`, 'user.assignedroles'],
          [
            `claim RoleSessionName, namespace ${attributes}`,
            'transformation ToLowercase() of user.employeeid',
          ],
          [`claim ${mfa}, namespace ${attributes}`, 'constant "true"'],
          ['App roles', 'one for each row of roles below: its value, assigned to its group'],
          [
            'Length of a value',
            `${Math.max(...values.rows.map(([, , value = '']) => value.length))} characters at most here; Microsoft's page on AWS takes 240, the reference of Graph 120`,
          ],
        ],
      },
      {
        caption:
          'Okta: an application made with Create App Integration, SAML 2.0. Its authentication policy asks for two factor types at every sign-in.',
        head: ['Field', 'Value'],
        rows: [
          ['Single sign-on URL', audience],
          ['Audience URI (SP Entity ID)', audience],
          ['Name ID format', 'Persistent'],
          ['Application username', 'Custom: user.employeeNumber'],
          ['Profile attribute awsRoles', 'string array, attribute type Group, Combine values across groups'],
          [`attribute ${attributes}/Role`, 'appuser.awsRoles'],
          [`attribute ${attributes}/RoleSessionName`, 'String.toLowerCase(user.employeeNumber)'],
          [`attribute ${attributes}/${mfa}`, '"true"'],
          ['Assignments', 'each group below, with its value in awsRoles'],
        ],
      },
      values,
    ],
    commands: [
      {
        remark: 'Members of the groups, today:',
        lines: [sh`npx lpo roster ${configOf(deployment)}`],
      },
    ],
    check: [
      `Its metadata are in ${directory}/${organization.identityProvider.accessMetadata}.`,
      `The tag ${tagKeys.mfa} is sent after a sign-in with more than one factor, and never otherwise.`,
      'The employee id is the id of the person in the vendor file, such as the members that the roster lists.',
      'The firm names the members of the groups that the roster does not list: auditors, key custodians, restorers.',
      'Where Entra ID refuses a value for its length, it is the ARN of the role alone, and a RegexReplace() of user.assignedroles, with Treat source as multivalued, adds the provider.',
      'No SessionDuration is sent: the CLI asks for one, and the role has a limit.',
    ],
  };
}

function roles(deployment: FirstDeployment): GuideTable {
  const provider = providerArn(deployment, 'access');
  return {
    caption: `Roles of ${deployment.vendor.vendor}: value of the app role or of awsRoles, both ARNs with a comma between them.`,
    head: ['Function', 'Group', 'Value'],
    rows: federatedRoles(deployment).map(({ label, group, arn }) => [
      label,
      group ?? "a group of the firm's own",
      `${arn},${provider}`,
    ]),
  };
}
