import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { StackTemplate } from './assembly.ts';
import { isObject } from './template-shape.ts';
import { textOf } from './text.ts';

/**
 * Names that CloudFormation takes once in an account and Region: those of stacks, and of exports. A second would be
 * refused, or would change the stack that has the name already.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 *
 * @param stacks of the whole assembly, nested ones too.
 */
export function nameClashes(stacks: readonly StackTemplate[]): Finding[] {
  const owners = new Map<string, string>();
  const problems: Finding[] = [];
  const claim = ({ id, file, account, region }: StackTemplate, what: string, name: string): void => {
    const key = [account, region, what, name].join(' ');
    const owner = owners.get(key);
    owners.set(key, owner ?? id);
    if (owner !== undefined)
      problems.push(
        inputFinding({
          code: 'ASM-NAME',
          where: { file },
          got: `${id} has the ${what} ${name} in ${account}, ${region}, as ${owner} has`,
          expected: 'a name of its own in each account and Region',
          fix: 'rename one of them',
        }),
      );
  };
  for (const stack of stacks) {
    // A bare template says nothing of where it goes.
    if (stack.account === undefined || stack.region === undefined) continue;
    // A nested stack gets a name of its own from CloudFormation.
    if (!stacks.some(({ id }) => stack.id.startsWith(`${id}/`))) claim(stack, 'stack name', stack.stackName);
    const { Outputs: outputs } = stack.template;
    for (const output of isObject(outputs) ? Object.values(outputs) : []) {
      const name =
        isObject(output) && isObject(output.Export) ? textOf(output.Export.Name, stack) : undefined;
      if (name !== undefined) claim(stack, 'export', name);
    }
  }
  return problems;
}
