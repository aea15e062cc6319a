import { aws } from '../commands.ts';
import { accountOf, type FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { sh } from '../shell-command.ts';
import { assemblyFolder } from './synthesis.ts';

/** Step: every stack, each after what it needs. */
export function stacks(deployment: FirstDeployment): GuideStep {
  return {
    title: 'Stacks, in order',
    why:
      'Each stack comes after those that it needs, and goes alone into its account, with the credentials of that account. The ' +
      'CDK shows what a stack may do in IAM and asks before it goes on.',
    commands: [
      {
        lines: deployment.stacks.map(
          (stack) =>
            sh`npx cdk deploy --app ${assemblyFolder} --exclusively ${stack.id}
              --profile ${accountOf(deployment, stack).profile}`,
        ),
      },
      {
        remark: 'To look, account by account:',
        lines: Object.values(deployment.accounts).flatMap((account) =>
          account.regions.map(
            (region) =>
              aws(account, region)`cloudformation describe-stacks
                --query ${'Stacks[].[StackName,StackStatus,EnableTerminationProtection]'} --output table`,
          ),
        ),
      },
    ],
    check: [
      'Every stack is CREATE_COMPLETE and has termination protection.',
      'A stack that failed leaves keys, buckets, log groups and vaults behind: deploy it again with --import-existing-resources.',
      'The lock of a vault can be lifted for 3 days after the vault was made, then never.',
    ],
  };
}
