import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachCustomSynthesis, Stack, type Stage } from 'aws-cdk-lib';
import type { Organization } from '../../config/organization-schema.ts';
import { partitionOfRegion } from '../../model/aws-regions.ts';

/** Kinds of accounts, each with a policy of its own in docs/bootstrap. */
type AccountKind = 'management' | 'security' | 'log-archive' | 'backup' | 'vendor';

const folder = join(import.meta.dirname, '../../../docs/bootstrap');

/**
 * Puts the policy of CloudFormation's execution role in each account of a stage into the assembly
 * (`bootstrap/<account>.json`), so that what deploys is judged with what is deployed.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
 */
export function publishExecutionPolicies(stage: Stage, { accounts }: Organization): void {
  const kinds: Readonly<Record<string, AccountKind>> = {
    [accounts.management]: 'management',
    [accounts.security]: 'security',
    [accounts.logArchive]: 'log-archive',
    [accounts.backup]: 'backup',
  };
  attachCustomSynthesis(stage, {
    onSynthesize: ({ outdir }) => {
      mkdirSync(join(outdir, 'bootstrap'), { recursive: true });
      const regions = new Map(
        stage.node.children.filter(Stack.isStack).map(({ account, region }) => [account, region] as const),
      );
      for (const [account, region] of regions) {
        const policy = readFileSync(join(folder, `${kinds[account] ?? 'vendor'}.json`), 'utf8');
        const partition = partitionOfRegion.get(region) ?? 'aws';
        writeFileSync(
          join(outdir, 'bootstrap', `${account}.json`),
          policy.replaceAll('"arn:aws:', `"arn:${partition}:`),
        );
      }
    },
  });
}
