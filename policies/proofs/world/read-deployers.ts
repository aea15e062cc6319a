import type { Deployment, StackTemplate } from '../../template/assembly.ts';
import { partitionOf } from '../../template/partition.ts';
import { ssmParametersOf } from '../../template/template-facts.ts';
import { bootstrapRoles } from '../aws/bootstrap-roles.ts';
import { isMultivalued } from '../aws/context-keys.ts';
import { modelPolicy } from '../policy/model-policy.ts';
import type { Failure, Statement } from '../policy/statement.ts';
import type { Deployer } from './world.ts';

/** Roles that CloudFormation works with, with the policy that the assembly holds for their account. */
export function readDeployers(stacks: readonly StackTemplate[], failures: Failure[]): Deployer[] {
  const found = new Map<string, Deployer>();
  for (const stack of stacks) {
    const arn = stack.deployment?.executionRole;
    const place = `${arn} ${stack.account} ${stack.region}`;
    if (stack.deployment === undefined || arn === undefined || found.has(place)) continue;
    found.set(place, readDeployer(stack, { ...stack.deployment, executionRole: arn }, failures));
  }
  return [...found.values()];
}

function readDeployer(
  stack: StackTemplate,
  { executionRole, deployRole: deploy, assets, policy }: Deployment & { readonly executionRole: string },
  failures: Failure[],
): Deployer {
  const { account = '', region = '' } = stack;
  const model = (document: unknown, from: string): readonly Statement[] => {
    const place = { stack: from, logicalId: '', path: '' };
    const modelled = modelPolicy(document, { place, kind: 'identity', isMultivalued });
    failures.push(...modelled.failures);
    return modelled.statements;
  };
  const partition = partitionOf(region)?.name ?? 'aws';
  // The bootstrap names its roles alike but for what each is for.
  const publishing = deploy?.includes('-deploy-role-')
    ? deploy.replace('-deploy-role-', '-file-publishing-role-')
    : undefined;
  const [versionParameter = ''] = ssmParametersOf(stack);
  const given = (role: keyof typeof bootstrapRoles) => {
    const place = { partition, account, region, executionRole, assets: assets ?? '', versionParameter };
    const document = { Version: '2012-10-17', Statement: bootstrapRoles[role](place) };
    return model(document, `cdk bootstrap, ${role} role`);
  };
  return {
    arn: executionRole,
    account,
    region,
    partition,
    commandLine: {
      ...(deploy !== undefined && { deploy }),
      ...(publishing !== undefined && { publishing }),
      ...(assets !== undefined && { assets }),
    },
    commandLinePolicies: new Map([
      ...(deploy === undefined ? [] : [[deploy, given('deploy')] as const]),
      ...(publishing === undefined ? [] : [[publishing, given('file-publishing')] as const]),
    ]),
    ...(policy !== undefined && { policy: model(policy, `bootstrap/${account}.json`) }),
  };
}
