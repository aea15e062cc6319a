import { mfaDeviceArn } from '../../../constructs/arns.ts';
import { aws, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { sh, variable } from '../shell-command.ts';
import { type StaffRole, staffRoles } from '../staff-roles.ts';

/** Profile of the AWS CLI with the access key of the person. */
const source = 'lpo-staff';
const person = variable('staff');
const serial = variable('serial');

/**
 * Step: IAM users with an MFA device, for the roles that no SAML session can take.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function staff(deployment: FirstDeployment): GuideStep {
  const { accounts, vendor } = deployment;
  const roles = staffRoles(deployment);
  const security = aws(accounts.security);
  return {
    title: 'IAM users for the roles that ask for MFA',
    why:
      'These roles want a second factor of the last 15 minutes in the request itself. A session of the identity provider ' +
      'never carries one, so an IAM user of the security account with an MFA device takes them, and may do nothing else. ' +
      "No user can be made in a vendor's account: its guardrails deny iam:CreateUser to everybody.",
    tables: [
      {
        caption: `Roles, each with a group of IAM users in the security account, ${accounts.security.id}:`,
        head: ['Role', 'For', 'Who', 'Commands'],
        rows: roles.map(({ arn, does, who, page }) => [arn, does, who, page]),
      },
    ],
    commands: [
      {
        remark: `Once for ${vendor.vendor}: a group for each role.`,
        lines: roles.flatMap((role) => [
          security`iam create-group --group-name ${role.group}`,
          security`iam put-group-policy --group-name ${role.group} --policy-name become
            --policy-document ${policyFor(role)}`,
        ]),
      },
      {
        remark:
          'For each person, who is there with a phone: the user, and a virtual MFA device. A FIDO key does not do: it gives the CLI no code. Whoever has a user from another vendor gets the groups alone.',
        lines: [
          ...identity(deployment),
          security`iam create-user --user-name ${person}`,
          security`iam create-virtual-mfa-device --virtual-mfa-device-name ${person}
            --bootstrap-method QRCodePNG --outfile ${variable('HOME', ['', '/lpo-mfa.png'])}`,
          `printf 'Scan %s/lpo-mfa.png, then enter two codes in a row: ' "$HOME"; read -r first second`,
          security`iam enable-mfa-device --user-name ${person} --serial-number ${serial}
            --authentication-code1 ${variable('first')} --authentication-code2 ${variable('second')}`,
          'rm "$HOME/lpo-mfa.png"',
        ],
      },
      {
        remark:
          'Of these, those whose role the person gets; then the access key, which is printed this once and which the person takes along:',
        lines: [
          ...roles.map(
            ({ group }) => security`iam add-user-to-group --group-name ${group} --user-name ${person}`,
          ),
          security`iam create-access-key --user-name ${person}
            --query ${'AccessKey.[AccessKeyId,SecretAccessKey]'} --output text`,
        ],
      },
      ownDevice(deployment, roles),
      {
        remark:
          'Each asks for a code, prints the role and ends in the id of the person. A code works once; wait for the next.',
        lines: roles.map(({ group }) => sh`aws sts get-caller-identity ${only('Arn')} --profile ${group}`),
      },
    ],
    check: [
      'Every role has two people, so that one can be away.',
      'No key custodian is an incident commander of the same vendor.',
      'Without a code each role is refused: the access key alone opens nothing.',
      'Whoever leaves loses the user, its key and its device in the security account; the identity provider knows nothing of them.',
    ],
  };
}

/** Assignments of the id of the person and the ARN of their device, whoever runs the commands that follow. */
const identity = ({ accounts, home }: FirstDeployment): readonly string[] => [
  `staff="\${STAFF:?set STAFF to the id of the person, p- and hexadecimal digits}"`,
  `serial="${mfaDeviceArn({ ...home, account: accounts.security.id }, '$staff')}"`,
];

const policyFor = ({ arn }: StaffRole): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn }],
  });

/** Access key and profiles, for the device of the person; the CLI asks for a code when it becomes a role. */
function ownDevice(deployment: FirstDeployment, roles: readonly StaffRole[]): CommandGroup {
  return {
    remark: `On the device of the person: the access key, which the CLI asks for, and a profile for each role. Without profiles: aws sts assume-role --role-arn, --role-session-name, --serial-number and --token-code, with --profile ${source}.`,
    lines: [
      ...identity(deployment),
      sh`aws configure --profile ${source}`,
      'cat >> "$HOME/.aws/config" <<END',
      ...roles.flatMap(({ group, arn }) => [
        `[profile ${group}]`,
        `role_arn = ${arn}`,
        `source_profile = ${source}`,
        'mfa_serial = $serial',
        'role_session_name = $staff',
        `region = ${deployment.home.region}`,
      ]),
      'END',
    ],
  };
}
