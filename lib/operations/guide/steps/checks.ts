import { roleArn } from '../../../constructs/arns.ts';
import { logBucketName, logReaderRoleName, trailName } from '../../../model/names.ts';
import { aws, configOf } from '../commands.ts';
import { endpointOf } from '../endpoint-of.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { sh, variable } from '../shell-command.ts';
import { assemblyFolder } from './synthesis.ts';

/** Step: what shows that the workspace is closed, watched and can be restored. */
export function checks(deployment: FirstDeployment): GuideStep {
  const { accounts, home, vendor } = deployment;
  const archive = accounts['log-archive'];
  const reader = roleArn({ ...home, account: archive.id }, logReaderRoleName(vendor.vendor));
  const withKeys = [accounts.vendor, accounts.security, archive, accounts.backup];
  return {
    title: 'What to check',
    commands: [
      {
        remark: 'Live keys against the assembly:',
        lines: withKeys.map(
          ({ id, profile }) =>
            sh`AWS_PROFILE=${profile} npx lpo keys verify ${vendor.vendor} --account ${id}
              --assembly ${assemblyFolder}`,
        ),
      },
      ...trail(deployment),
      {
        remark: 'Rules of the VPN, and what people may reach through it:',
        lines: [
          endpointOf(deployment),
          aws(accounts.vendor, home.region)`ec2 describe-client-vpn-authorization-rules
            --client-vpn-endpoint-id ${variable('endpoint')}
            --query ${'AuthorizationRules[].[GroupId,DestinationCidr,Status.Code]'} --output table`,
        ],
      },
      {
        remark: 'Restores, after the first test on the first Sunday of a month; exit 1 until then:',
        lines: [
          sh`AWS_PROFILE=${accounts.vendor.profile} npx lpo recovery report ${vendor.vendor} ${configOf(deployment)}`,
        ],
      },
      {
        remark: 'What shuts a gate within 60 days:',
        lines: [sh`npx lpo expiring ${configOf(deployment)} --within 60d`],
      },
    ],
    check: [
      'No key differs. The trail is logging. No rule of the VPN names all groups.',
      `The auditor becomes ${reader} and finds the refused sign-ins of the step before in the trail.`,
      'A drill of the kill switch is held (docs/kill-switch.md), a backup is restored (docs/recovery.md).',
      'The deployment is recorded in the audit ledger (docs/keys-and-evidence.md).',
    ],
  };
}

/** The trail, where the vendor has one of its own. */
function trail({ accounts, home, organization, vendor }: FirstDeployment): CommandGroup[] {
  if (organization.managedByOrganization.trail) return [];
  const archive = accounts['log-archive'];
  const bucket = logBucketName('trail', vendor.vendor, archive.id, home.region);
  return [
    {
      remark: 'The trail delivers, and its bucket is locked:',
      lines: [
        aws(accounts.vendor, home.region)`cloudtrail get-trail-status --name ${trailName(vendor.vendor)}
          --query ${'[IsLogging,LatestDeliveryTime,LatestDeliveryError]'}`,
        aws(archive, home.region)`s3api get-object-lock-configuration --bucket ${bucket}`,
      ],
    },
  ];
}
