import { policyArn } from '../../../constructs/arns.ts';
import { environmentRoleName } from '../../../model/names.ts';
import { aws, only } from '../commands.ts';
import type { FirstDeployment, GuideAccount } from '../first-deployment.ts';
import type { CommandGroup, GuideStep } from '../guide.ts';
import { sh } from '../shell-command.ts';

/** Name of the managed policy: execution policy and permissions boundary of a deployment. */
const policyName = 'lpo-bootstrap';

/** Step: `cdk bootstrap` for each account and Region, under the policy of its kind. */
export function bootstrap(deployment: FirstDeployment): GuideStep {
  const { organization } = deployment;
  const accounts = Object.values(deployment.accounts);
  return {
    title: 'Bootstrap of every account and Region',
    why:
      "Before the guardrails: once they are attached, only the deployment's own roles may write roles or stacks in the " +
      'vendor account. Without an execution policy CloudFormation would be an administrator.',
    commands: [
      ...accounts.map((account) => bootstrapOf(account, deployment)),
      {
        remark: 'To look: the version of each bootstrap stack, and the boundary of each execution role.',
        lines: accounts.flatMap((account) =>
          account.regions.flatMap((region) => [
            aws(account, region)`ssm get-parameter
              --name /cdk-bootstrap/${organization.bootstrapQualifier}/version ${only('Parameter.Value')}`,
            aws(account)`iam get-role
              --role-name ${environmentRoleName(organization.roles.deploy, account.id, region)}
              ${only('Role.PermissionsBoundary.PermissionsBoundaryArn')}`,
          ]),
        ),
      },
    ],
    check: [
      `Each execution role has ${policyName} as its boundary, and no other policy attached.`,
      'Where a pipeline in an account of its own deploys, add --trust with that account, which holds nothing else.',
    ],
  };
}

function bootstrapOf(
  account: GuideAccount,
  { home: { partition }, organization: { bootstrapQualifier: qualifier } }: FirstDeployment,
): CommandGroup {
  const { id, kind, profile, regions } = account;
  const file = `docs/bootstrap/${kind}.json`;
  return {
    remark:
      `The ${kind} account, ${id}. Where another vendor has been deployed, the policy and the bootstrap may be there already.` +
      (partition === 'aws' ? '' : ` Replace arn:aws: in ${file} by arn:${partition}: first.`),
    lines: [
      aws(account)`iam create-policy --policy-name ${policyName} --policy-document file://${file}`,
      ...regions.map((region) =>
        inDocs(sh`npx cdk bootstrap aws://${id}/${region} --profile ${profile} --qualifier ${qualifier}
            --toolkit-stack-name CDKToolkit-${qualifier} --bootstrap-customer-key
            --cloudformation-execution-policies ${policyArn({ partition, account: id, region }, policyName)}
            --custom-permissions-boundary ${policyName} --termination-protection`),
      ),
    ],
  };
}

/** A command in a folder without cdk.json, where the CDK synthesizes nothing: a bootstrap needs no vendor file that passes its gates. */
const inDocs = (command: string): string => `(cd docs && ${command})`;
