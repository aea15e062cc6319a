import { roleArn } from '../../../constructs/arns.ts';
import { logBucketName, logReaderRoleName, trailName } from '../../../model/names.ts';
import { aws } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { shellCommand } from '../shell-command.ts';
import { assemblyFolder } from './synthesis.ts';

/** Step: what shows that the workspace is closed, watched and can be restored. */
export function checks(deployment: FirstDeployment): GuideStep {
  const { accounts, directory, home, vendor } = deployment;
  const config = directory === 'config' ? [] : ['--config', directory];
  const lpo = (profile: string, ...words: readonly string[]): string =>
    `AWS_PROFILE=${profile} ${shellCommand('npx', 'lpo', ...words)}`;
  return {
    title: 'What to check',
    commands: [
      {
        remark: 'Live keys against the assembly:',
        lines: [accounts.vendor, accounts.security, accounts['log-archive'], accounts.backup].map(
          ({ id, profile }) =>
            lpo(profile, 'keys', 'verify', vendor.vendor, '--account', id, '--assembly', assemblyFolder),
        ),
      },
      ...trail(deployment),
      {
        remark: 'Rules of the VPN, and what people may reach through it:',
        lines: [
          aws(
            accounts.vendor,
            home.region,
            'ec2',
            'describe-client-vpn-authorization-rules',
            '--client-vpn-endpoint-id',
            { shell: '"$endpoint"' },
            '--query',
            'AuthorizationRules[].[GroupId,DestinationCidr,Status.Code]',
            '--output',
            'table',
          ),
        ],
      },
      {
        remark: 'Restores, after the first test on the first Sunday of a month; exit 1 until then:',
        lines: [lpo(accounts.vendor.profile, 'recovery', 'report', vendor.vendor, ...config)],
      },
      {
        remark: 'What shuts a gate within 60 days:',
        lines: [shellCommand('npx', 'lpo', 'expiring', ...config, '--within', '60d')],
      },
    ],
    check: [
      'No key differs. The trail is logging. No rule of the VPN names all groups.',
      `The auditor becomes ${roleArn({ ...home, account: accounts['log-archive'].id }, logReaderRoleName(vendor.vendor))} and finds the refused sign-ins of the step before in the trail.`,
      'A drill of the kill switch is held (docs/kill-switch.md), a backup is restored (docs/recovery.md).',
      'The deployment is recorded in the audit ledger (docs/custody.md).',
    ],
  };
}

/** The trail, where the vendor has one of its own. */
function trail({ accounts, home, organization, vendor }: FirstDeployment): CommandGroup[] {
  if (organization.managedByOrganization.trail) return [];
  const bucket = logBucketName('trail', vendor.vendor, accounts['log-archive'].id, home.region);
  return [
    {
      remark: 'The trail delivers, and its bucket is locked:',
      lines: [
        aws(
          accounts.vendor,
          home.region,
          'cloudtrail',
          'get-trail-status',
          '--name',
          trailName(vendor.vendor),
          '--query',
          '[IsLogging,LatestDeliveryTime,LatestDeliveryError]',
        ),
        aws(
          accounts['log-archive'],
          home.region,
          's3api',
          'get-object-lock-configuration',
          '--bucket',
          bucket,
        ),
      ],
    },
  ];
}
