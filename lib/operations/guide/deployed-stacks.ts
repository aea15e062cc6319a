import { App, Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { BUNDLING_STACKS, DISABLE_CREATION_STACK_TRACES } from 'aws-cdk-lib/cx-api';
import type { Config } from '../../config/config.ts';
import { featureFlags } from '../../config/feature-flags.ts';
import type { Vendor } from '../../config/vendor-schema.ts';
import { addStagesWithoutPeople } from '../../stacks/closed-room.ts';

/** A stack as the CDK selects and CloudFormation names it, and where it goes. */
export interface DeployedStack {
  /** For `cdk deploy`, for example `meridian/Access`. */
  readonly id: string;
  /** For CloudFormation, for example `meridian-Access`. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
}

/** Stacks of a first deployment, and what Organizations must know before the first of them. */
export interface DeployedStacks {
  /** Each after everything it depends on. */
  readonly stacks: readonly DeployedStack[];
  /** Types of the policies they make, sorted. */
  readonly policyTypes: readonly string[];
}

/** Asks the app itself: its stages are built, nothing is bundled and nothing synthesized. */
export function deployedStacks(config: Config, vendor: Vendor): DeployedStacks {
  const app = new App({
    context: { ...featureFlags(), [BUNDLING_STACKS]: [], [DISABLE_CREATION_STACK_TRACES]: true },
    builtinCloudFormationValidation: false,
    analyticsReporting: false,
    treeMetadata: false,
  });
  addStagesWithoutPeople(app, config, vendor);
  const constructs = app.node.findAll();
  return {
    stacks: inOrder(constructs.filter(Stack.isStack)).map(({ node, stackName, account, region }) => ({
      id: node.path,
      name: stackName,
      account,
      region,
    })),
    policyTypes: [
      ...new Set(constructs.flatMap((each) => (each instanceof CfnPolicy ? [each.type] : []))),
    ].sort(),
  };
}

/** The order in which they were made, except that a stack comes after those it depends on. */
function inOrder(stacks: readonly Stack[]): readonly Stack[] {
  const ordered = new Set<Stack>();
  const add = (stack: Stack): void => {
    if (ordered.has(stack)) return;
    for (const before of stacks) if (stack.dependencies.includes(before)) add(before);
    ordered.add(stack);
  };
  for (const stack of stacks) add(stack);
  return [...ordered];
}
