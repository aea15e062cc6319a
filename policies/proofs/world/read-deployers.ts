import type { StackTemplate } from '../../template/assembly.ts';
import { isMultivalued } from '../aws/context-keys.ts';
import { modelPolicy } from '../policy/model-policy.ts';
import type { Failure } from '../policy/statement.ts';
import type { Deployer } from './world.ts';

/** Roles that CloudFormation works with, with the policy that the assembly holds for their account. */
export function readDeployers(stacks: readonly StackTemplate[], failures: Failure[]): Deployer[] {
  const found = new Map<string, Deployer>();
  for (const { account = '', region = '', deployment } of stacks) {
    const arn = deployment?.executionRole;
    if (arn === undefined || found.has(`${arn} ${region}`)) continue;
    const place = { stack: `bootstrap/${account}.json`, logicalId: '', path: '' };
    const { policy, deployRole } = deployment ?? {};
    const modelled =
      policy === undefined ? undefined : modelPolicy(policy, { place, kind: 'identity', isMultivalued });
    failures.push(...(modelled?.failures ?? []));
    found.set(`${arn} ${region}`, {
      arn,
      account,
      region,
      ...(deployRole !== undefined && { deployRole }),
      ...(modelled && { policy: modelled.statements }),
    });
  }
  return [...found.values()];
}
