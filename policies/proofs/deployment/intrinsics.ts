import type { StackTemplate } from '../../template/assembly.ts';
import { ssmParametersOf } from '../../template/template-facts.ts';
import { isObject } from '../../template/template-shape.ts';
import { is } from '../cases/fact.ts';
import type { Task } from '../work/job.ts';
import { partitionOf } from '../work/roles.ts';
import type { World } from '../world/world.ts';

const reference = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';

/** Values that CloudFormation reads to fill in a template: outputs of other stacks, and parameters kept elsewhere. */
export const readingsOf = (world: World): Task[] =>
  world.stacks.flatMap((stack): Task[] => {
    const arn = stack.deployment?.executionRole;
    if (arn === undefined) return [];
    const { account = '', region = '' } = stack;
    const reads = (
      does: string,
      actions: readonly string[],
      on: readonly string[],
      source: string,
    ): Task[] =>
      on.length === 0
        ? []
        : [
            {
              does: `${does} for ${stack.id}`,
              who: { kind: 'deployment', arn },
              actions,
              on,
              shows: [is('aws:RequestedRegion', region)],
              from: 'aws',
              source,
            },
          ];
    const found = valuesOf(stack);
    return [
      ...reads(
        'reads outputs of other stacks',
        ['cloudformation:DescribeStacks'],
        found.outputs.map(
          ({ name, region: other = region }) =>
            `arn:${partitionOf(world)}:cloudformation:${other}:${account}:stack/${name}/*`,
        ),
        `${reference}/intrinsic-function-reference-getstackoutput.html`,
      ),
      ...reads(
        'reads parameters',
        ['ssm:GetParameters'],
        ssmParametersOf(stack).map(
          (name) => `arn:${partitionOf(world)}:ssm:${region}:${account}:parameter${name}`,
        ),
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      ),
      // A secret or a parameter in the middle of a text: which one, the prover does not work out.
      ...reads('resolves dynamic references', ['ssm:GetParameters'], found.dynamic, `${reference}/`),
    ];
  });

interface Found {
  readonly outputs: { readonly name: string; readonly region?: string }[];
  readonly dynamic: string[];
}

function valuesOf({ template }: StackTemplate): Found {
  const found = { outputs: new Map<string, Found['outputs'][number]>(), dynamic: new Set<string>() };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('{{resolve:')) found.dynamic.add(value);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (isObject(value)) {
      const output = value['Fn::GetStackOutput'];
      if (isObject(output)) {
        const { StackName: name, Region: region } = output;
        found.outputs.set(JSON.stringify([name, region]), {
          name: typeof name === 'string' ? name : JSON.stringify(name),
          ...(typeof region === 'string' && { region }),
        });
      }
      Object.values(value).forEach(walk);
    }
  };
  walk(template.Resources);
  walk(template.Outputs);
  return { outputs: [...found.outputs.values()], dynamic: [...found.dynamic] };
}
