import { aws, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { captured, variable } from '../shell-command.ts';

/** Step: settings of the organization that CloudFormation cannot make. */
export function organizationSettings({ accounts, organization, policyTypes }: FirstDeployment): GuideStep {
  const management = aws(accounts.management);
  const inRegion = aws(accounts.management, organization.homeRegion);
  return {
    title: 'Settings of the organization, once',
    why: 'The templates make policies of these types. CloudFormation cannot enable a type, nor backups across accounts.',
    commands: [
      {
        remark:
          'A type that is enabled already answers PolicyTypeAlreadyEnabledException; go on with the next.',
        lines: [
          captured('root', management`organizations list-roots ${only('Roots[0].Id')}`),
          ...policyTypes.map(
            (type) =>
              management`organizations enable-policy-type --root-id ${variable('root')} --policy-type ${type}`,
          ),
          inRegion`backup update-global-settings --global-settings isCrossAccountBackupEnabled=true`,
        ],
      },
      {
        remark: 'To look:',
        lines: [
          management`organizations list-roots --query ${'Roots[0].PolicyTypes'}`,
          inRegion`backup describe-global-settings --query GlobalSettings`,
        ],
      },
    ],
    check: [
      `${policyTypes.join(', ')} are ENABLED.`,
      'isCrossAccountBackupEnabled is true.',
      'The vendor account has room for five more service control policies, four of its own and one that an incident attaches; an account takes ten.',
    ],
  };
}
