import { readArn } from '../../template/arn.ts';
import { bootstrapRole, readRole } from '../../template/names.ts';
import type { Fact } from '../work/job.ts';
import type { World } from '../world/world.ts';

/**
 * Roles that a stack is deployed with: the manifest names both, of the account the stack goes to. Without an execution role
 * CloudFormation would work with the rights of whoever calls it.
 */
export const rolesOfStacks = (world: World): Fact[] =>
  world.stacks.map(({ id, account, deployment }) => ({
    subject: `roles that deploy ${id}`,
    decide: () => {
      const faults = [
        ...fault('execution role', deployment?.executionRole, 'cfn-exec', account),
        ...fault('role of the command line', deployment?.deployRole, 'deploy', account),
      ];
      return faults.length === 0
        ? { kind: 'proved', because: ['the manifest'] }
        : { kind: 'refuted', witness: faults, culprits: [`manifest.json: ${id}`] };
    },
  }));

function fault(
  what: string,
  arn: string | undefined,
  purpose: 'cfn-exec' | 'deploy',
  account: string | undefined,
): string[] {
  const isRight =
    arn !== undefined &&
    readArn(arn)?.account === account &&
    bootstrapRole(readRole(arn)?.name ?? '') === purpose;
  return isRight ? [] : [`got ${arn ?? 'none'} as ${what}, expected that of cdk bootstrap in ${account}`];
}
