import type { Assembly, StackTemplate } from '../../../policies/template/assembly.ts';
import { AssemblyView } from '../../../policies/template/assembly-view.ts';
import { PhysicalNames } from '../../../policies/template/physical-names.ts';
import { formatFault } from '../../../policies/template/policy/statement.ts';
import { Unresolved } from '../../../policies/template/resolve.ts';
import { unknownVendor } from '../../config/require-vendor.ts';
import { asText } from '../../model/as-text.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../model/finding.ts';
import { by } from '../../model/order.ts';
import type { ExpectedKey, Rotation } from './key-settings.ts';
import { readKeyPolicy } from './policy-permissions.ts';

/** KMS's default when rotation is on and no period is given. */
const defaultRotationDays = 365;

/**
 * Every KMS key of one vendor's stacks as its templates describe it, sorted by account, region and alias.
 *
 * @throws UnusableInputError for an unknown vendor, a key without an alias, a value only AWS knows.
 */
export function expectedKeys(assembly: Assembly, vendor: string): ExpectedKey[] {
  const stacks = assembly.stacks.filter(({ id }) => id.startsWith(`${vendor}/`));
  if (stacks.length === 0)
    throw new UnusableInputError([unknownVendor(vendor, vendorsOf(assembly), assembly.directory)]);
  const problems: Finding[] = [];
  const names = new PhysicalNames(assembly, { inventsNames: false, takesDefaults: true });
  const view = new AssemblyView(assembly);
  const keys = stacks.flatMap((stack) => keysOf(stack, view, names, problems));
  if (problems.length > 0) throw new UnusableInputError(problems);
  return keys.sort(by(sortText));
}

function keysOf(
  stack: StackTemplate,
  view: AssemblyView,
  names: PhysicalNames,
  problems: Finding[],
): ExpectedKey[] {
  const resources = view.inStack(stack).map(({ resource }) => resource);
  const aliases = resources.filter(({ type }) => type === 'AWS::KMS::Alias');
  return resources
    .filter(({ type }) => type === 'AWS::KMS::Key')
    .flatMap((key) => {
      const alias = aliases.find((one) => view.target(one.get('TargetKeyId'), stack)?.resource === key);
      const name = alias?.get('AliasName');
      if (typeof name !== 'string') {
        problems.push(noAlias(stack, key.logicalId));
        return [];
      }
      const unreadable = (got: string) => problems.push(unresolved(stack, key.logicalId, got));
      const properties = names.resolve(key.properties, stack);
      if (properties instanceof Unresolved) {
        unreadable(`${properties.got} at ${properties.path}`);
        return [];
      }
      const { account, region } = stack;
      if (!account || !region) {
        unreadable('no account and region of the stack');
        return [];
      }
      const settings = properties as Readonly<Record<string, unknown>>;
      const { faults } = readKeyPolicy(settings.KeyPolicy);
      for (const fault of faults) unreadable(formatFault(fault));
      return [expectedKey({ ...stack, account, region }, key.logicalId, settings, name)];
    });
}

function expectedKey(
  stack: StackTemplate & { readonly account: string; readonly region: string },
  logicalId: string,
  p: Readonly<Record<string, unknown>>,
  alias: string,
): ExpectedKey {
  const origin = asText(p.Origin ?? 'AWS_KMS');
  const spec = asText(p.KeySpec ?? 'SYMMETRIC_DEFAULT');
  return {
    alias,
    account: stack.account,
    region: stack.region,
    state: p.Enabled === false ? 'Disabled' : 'Enabled',
    origin,
    spec,
    usage: asText(p.KeyUsage ?? 'ENCRYPT_DECRYPT'),
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
  const periodDays = Number(asText(properties.RotationPeriodInDays ?? defaultRotationDays));
  return { status: 'enabled', periodDays };
}

const sortText = ({ account, region, alias }: ExpectedKey): string => `${account} ${region} ${alias}`;

function vendorsOf({ stacks }: Assembly): string[] {
  const stages = new Set(stacks.map(({ id }) => id.split('/')[0] ?? id));
  return [...stages].filter((stage) => stage !== 'organization').sort();
}

const noAlias = (stack: StackTemplate, logicalId: string): Finding =>
  inputFinding({
    code: 'KEY-NO-ALIAS',
    where: { file: stack.file },
    got: `key ${logicalId} of ${stack.id} without an alias`,
    expected: 'an AWS::KMS::Alias with a literal name: a live key is found by it',
    fix: 'give the key an alias',
  });

const unresolved = (stack: StackTemplate, logicalId: string, got: string): Finding =>
  inputFinding({
    code: 'KEY-UNRESOLVED',
    where: { file: stack.file },
    got: `${got} in key ${logicalId} of ${stack.id}`,
    expected: 'values that are known before deployment',
    fix: 'use the physical name in the construct',
  });
