import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';
import { asText } from '../../lib/model/as-text.ts';
import type { StackTemplate } from './assembly.ts';
import { isObject } from './template-shape.ts';

export interface IncludedStacks {
  readonly app: App;
  readonly stacks: readonly { readonly stack: StackTemplate; readonly scope: Stack }[];
  /** Stack and logical id of a construct path below `app`. */
  locate(constructPath: string): { readonly stack: StackTemplate; readonly logicalId: string } | undefined;
  /** Stacks whose template cloudformation-include could not read, and what it said. */
  readonly failures: readonly { readonly stack: StackTemplate; readonly message: string }[];
}

/**
 * Templates as a construct tree, for packs that look at constructs.
 *
 * A template is included as it is, but for outputs and rules, which no pack looks at, and for
 * `Fn::GetStackOutput`, which cloudformation-include does not know and which becomes `Fn::ImportValue`: to a
 * pack both are a value of another stack.
 */
export function includeStacks(stacks: readonly StackTemplate[]): IncludedStacks {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-include-'));
  const app = new App({
    // Never where a variable of the environment says; nothing is synthesized.
    outdir: join(folder, 'assembly'),
    // Where a construct was made says nothing here, and costs more than the construct.
    context: { [DISABLE_CREATION_STACK_TRACES]: true },
    treeMetadata: false,
    analyticsReporting: false,
  });
  const scopes: { stack: StackTemplate; scope: Stack }[] = [];
  const failures: { stack: StackTemplate; message: string }[] = [];
  try {
    for (const [index, stack] of stacks.entries()) {
      const scope = new Stack(app, `S${index}`, { env: { account: stack.account, region: stack.region } });
      scopes.push({ stack, scope });
      const templateFile = join(folder, `${index}.json`);
      writeFileSync(templateFile, JSON.stringify(includable(stack)));
      try {
        new CfnInclude(scope, 'T', { templateFile });
      } catch (error) {
        failures.push({ stack, message: (error as Error).message.split('\n')[0] ?? 'unknown' });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    app,
    stacks: scopes,
    failures,
    locate(path) {
      const [, index, logicalId] = /^S(\d+)\/T\/([^/]+)/.exec(path) ?? [];
      const stack = stacks[Number(index)];
      return stack && logicalId ? { stack, logicalId } : undefined;
    },
  };
}

function includable({ template }: StackTemplate): unknown {
  const { Outputs: _outputs, Rules: _rules, ...rest } = template;
  return replaceStackOutputs(rest);
}

function replaceStackOutputs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaceStackOutputs);
  if (!isObject(value)) return value;
  const output = value['Fn::GetStackOutput'];
  if (isObject(output))
    return { 'Fn::ImportValue': `${asText(output.StackName)}:${asText(output.OutputName)}` };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaceStackOutputs(one)]));
}
