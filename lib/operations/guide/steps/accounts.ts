import { aws, only } from '../commands.ts';
import type { AccountKind, FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { captured, sh, variable } from '../shell-command.ts';

const holds: Readonly<Record<AccountKind, string>> = {
  management: 'policies of the organization and of the vendor',
  security: 'kill switch, breach clock, ledger writer, detection of its own',
  'log-archive': 'trail, Config, evidence and access-log buckets',
  backup: 'copy vault',
  vendor: 'the workspace',
};

/** Step: a profile for each account, and the vendor's account in its organizational unit. */
export function accounts({ accounts: byKind, organization, vendor }: FirstDeployment): GuideStep {
  const all = Object.values(byKind);
  const management = aws(byKind.management);
  const unit = organization.vendorsOrganizationalUnitId;
  return {
    title: 'Accounts, Regions and credentials',
    why:
      'Stacks go to five accounts. Every command below names a profile of the AWS CLI; give each profile credentials ' +
      'of its account that may create roles and policies there. Run the commands in this folder, a step at a time and from top ' +
      'to bottom; a step sets every variable that it uses, so that days and a new shell may lie between two steps.',
    tables: [
      {
        caption: 'Accounts, with the Regions in which they get stacks:',
        head: ['Account', 'Id', 'Profile', 'Regions', 'Holds'],
        rows: all.map(({ kind, id, profile, regions }) => [
          kind,
          id,
          profile,
          regions.join(', '),
          holds[kind],
        ]),
      },
    ],
    commands: [
      {
        remark:
          'This folder is the repository, whose program npx then runs; elsewhere it would ask the public registry for another of the name. Prints "closed-room".',
        lines: [sh`npm pkg get name`],
      },
      {
        remark: 'Each prints the id of its account.',
        lines: all.map((account) => aws(account)`sts get-caller-identity ${only('Account')}`),
      },
      {
        remark: `The vendor's account lies in the unit of all vendor accounts, ${unit}.`,
        lines: [
          captured(
            'unit',
            management`organizations list-parents --child-id ${vendor.account} ${only('Parents[0].Id')}`,
          ),
          `[ "$unit" = ${unit} ] || ${management`organizations move-account --account-id ${vendor.account}
            --source-parent-id ${variable('unit')} --destination-parent-id ${unit}`}`,
        ],
      },
      {
        remark:
          'Each prints ENABLED or ENABLED_BY_DEFAULT. Once its guardrails are attached, a vendor account opts in to no Region.',
        lines: all.flatMap((account) =>
          account.regions.map(
            (region) =>
              aws(account)`account get-region-opt-status --region-name ${region} ${only('RegionOptStatus')}`,
          ),
        ),
      },
    ],
    check: [
      `${unit} holds vendor accounts and nothing else.`,
      'An organization may have 10 accounts by default; docs/quotas.md has the other quotas.',
    ],
  };
}
