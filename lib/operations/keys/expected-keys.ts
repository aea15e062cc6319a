import type { Assembly, StackTemplate, TemplateResource } from '../../../policies/template/assembly.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import type { ExpectedKey, Rotation } from './key-settings.ts';
import { PolicyShapeError, permissions } from './policy-permissions.ts';
import { resolveValue, UnresolvedValueError } from './resolve-value.ts';

/** KMS's default when rotation is on and no period is given. */
const defaultRotationDays = 365;

/**
 * Every KMS key of one vendor's stacks as its templates describe it, sorted by account, region and alias.
 *
 * @throws UnusableInputError for an unknown vendor, a key without an alias, a value only AWS knows.
 */
export function expectedKeys(assembly: Assembly, vendor: string): ExpectedKey[] {
  const stacks = assembly.stacks.filter(({ id }) => id.startsWith(`${vendor}/`));
  if (stacks.length === 0) throw new UnusableInputError([unknownVendor(assembly, vendor)]);
  const problems: Finding[] = [];
  const keys = stacks.flatMap((stack) => keysOf(stack, problems));
  if (problems.length > 0) throw new UnusableInputError(problems);
  return keys.sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}

function keysOf(stack: StackTemplate, problems: Finding[]): ExpectedKey[] {
  const resources = Object.entries(stack.template.Resources ?? {});
  const aliases = resources.filter(([, { Type }]) => Type === 'AWS::KMS::Alias');
  return resources
    .filter(([, { Type }]) => Type === 'AWS::KMS::Key')
    .flatMap(([logicalId, key]) => {
      const alias = aliases.find(([, { Properties }]) => targets(Properties?.TargetKeyId) === logicalId);
      const name = alias?.[1].Properties?.AliasName;
      if (typeof name !== 'string') {
        problems.push(noAlias(stack, logicalId));
        return [];
      }
      try {
        return [expectedKey(stack, logicalId, key, name)];
      } catch (error) {
        if (!(error instanceof UnresolvedValueError || error instanceof PolicyShapeError)) throw error;
        problems.push(unreadable(stack, logicalId, error.message));
        return [];
      }
    });
}

function expectedKey(
  stack: StackTemplate,
  logicalId: string,
  resource: TemplateResource,
  alias: string,
): ExpectedKey {
  const p = resolveValue(resource.Properties ?? {}, stack) as Readonly<Record<string, unknown>>;
  const { account, region } = stack;
  if (!account || !region) throw new UnresolvedValueError('account and region of the stack');
  permissions(p.KeyPolicy);
  const origin = String(p.Origin ?? 'AWS_KMS');
  const spec = String(p.KeySpec ?? 'SYMMETRIC_DEFAULT');
  return {
    alias,
    account,
    region,
    state: p.Enabled === false ? 'Disabled' : 'Enabled',
    origin,
    spec,
    usage: String(p.KeyUsage ?? 'ENCRYPT_DECRYPT'),
    multiRegion: p.MultiRegion === true,
    rotation: rotation(p, spec),
    policy: p.KeyPolicy,
    tags: Object.fromEntries(
      ((p.Tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]),
    ),
    stack: stack.id,
    logicalId,
    file: stack.file,
  };
}

function rotation(properties: Readonly<Record<string, unknown>>, spec: string): Rotation {
  if (spec !== 'SYMMETRIC_DEFAULT') return { status: 'unsupported' };
  if (properties.EnableKeyRotation !== true) return { status: 'disabled' };
  const periodDays = Number(properties.RotationPeriodInDays ?? defaultRotationDays);
  return { status: 'enabled', periodDays };
}

function targets(target: unknown): string | undefined {
  const { Ref, 'Fn::GetAtt': attribute } = (target ?? {}) as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? attribute?.[0];
}

const sortText = ({ account, region, alias }: ExpectedKey): string => `${account} ${region} ${alias}`;

function unknownVendor(assembly: Assembly, vendor: string): Finding {
  const stages = [...new Set(assembly.stacks.map(({ id }) => id.split('/')[0] ?? id))]
    .filter((stage) => stage !== 'organization')
    .sort();
  return inputFinding({
    code: 'KEY-UNKNOWN-VENDOR',
    where: { file: assembly.directory },
    got: `vendor ${vendor}`,
    expected: `one of ${stages.join(', ')}`,
    fix: 'name a vendor of this assembly, or synthesize it first: npm run synth',
  });
}

const noAlias = (stack: StackTemplate, logicalId: string): Finding =>
  inputFinding({
    code: 'KEY-NO-ALIAS',
    where: { file: stack.file },
    got: `key ${logicalId} of ${stack.id} without an alias`,
    expected: 'an AWS::KMS::Alias with a literal name: a live key is found by it',
    fix: 'give the key an alias',
  });

const unreadable = (stack: StackTemplate, logicalId: string, got: string): Finding =>
  inputFinding({
    code: 'KEY-UNRESOLVED',
    where: { file: stack.file },
    got: `${got} in key ${logicalId} of ${stack.id}`,
    expected: 'values that are known before deployment',
    fix: 'use the physical name in the construct',
  });
