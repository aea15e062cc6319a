import { aws, configOf, only } from '../commands.ts';
import type { FirstDeployment } from '../first-deployment.ts';
import type { GuideStep } from '../guide.ts';
import { sh } from '../shell-command.ts';

/** Folder of the assembly that is checked and then deployed. */
export const assemblyFolder = 'cdk.out';

/** Resource types that CloudFormation has not had for long, so that a Region may be without. */
const recentTypes = ['AWS::Route53Resolver::FirewallConfig'];

/** Step: the assembly, every check on it, and every proof. */
export function synthesis(deployment: FirstDeployment): GuideStep {
  const { accounts, directory, home, vendor } = deployment;
  return {
    title: 'Synthesis and checks',
    why: `What is checked here is deployed below: no later command synthesizes again. Run all of them once more after any change of ${directory}/.`,
    commands: [
      {
        lines: [
          sh`npm ci`,
          sh`npx lpo synth ${configOf(deployment)} --vendor ${vendor.vendor} --output ${assemblyFolder}`,
          sh`npx lpo prove ${assemblyFolder}`,
          sh`npx cdk ls --app ${assemblyFolder}`,
        ],
      },
      {
        remark: 'Recent resource types are there in the Region:',
        lines: recentTypes.map(
          (type) =>
            aws(accounts.vendor, home.region)`cloudformation describe-type --type RESOURCE --type-name ${type}
              ${only('ProvisioningType')}`,
        ),
      },
    ],
    check: ['synth and prove exit with 0. Stop here otherwise.'],
  };
}
