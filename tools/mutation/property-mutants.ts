import type { TemplateResource } from '../../policies/template/assembly.ts';
import { isObject } from '../../policies/template/template-shape.ts';
import { irrelevantProperties } from './irrelevant-properties.ts';
import type { Change } from './mutant.ts';
import { replaceAt } from './mutant.ts';

type Path = readonly (string | number)[];

/** Drops and weakens every property of a resource, at every depth, policy documents left to another operator. */
export function propertyMutants(resource: TemplateResource): Change[] {
  const changes: Change[] = [];
  walk(resource, ['Properties'], resource.Properties ?? {}, changes);
  for (const attribute of ['DeletionPolicy', 'UpdateReplacePolicy'])
    if (resource[attribute] === 'Retain')
      changes.push({
        operator: 'delete-with-stack',
        at: attribute,
        resource: { ...resource, [attribute]: 'Delete' },
        ...(resource.Type.startsWith('AWS::Backup::RestoreTesting') && {
          equivalent: 'a test holds no data',
        }),
      });
  return changes;
}

function walk(resource: TemplateResource, path: Path, value: unknown, changes: Change[]): void {
  if (isPolicyDocument(value)) return;
  const steps: [string | number, unknown][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [step, child] of steps) {
    const at = [...path, step];
    if (!isPolicyDocument(child)) add(resource, at, 'drop', undefined, changes, child);
    if (isIntrinsic(child)) {
      add(resource, at, 'retarget', foreign, changes, child);
      continue;
    }
    for (const [operator, weaker] of weaken(String(step), child))
      add(resource, at, operator, weaker, changes, child);
    walk(resource, at, child, changes);
  }
}

function add(
  resource: TemplateResource,
  path: Path,
  operator: string,
  value: unknown,
  changes: Change[],
  original: unknown,
): void {
  const at = path.slice(1).join('.');
  const place = `${resource.Type} ${path
    .slice(1)
    .map((step) => (typeof step === 'number' ? 'N' : step))
    .join('.')}`;
  const reason = irrelevantProperties.find(
    ([pattern, , operators, values]) =>
      pattern.test(place) &&
      (operators?.includes(operator) ?? true) &&
      (values?.test(JSON.stringify(original)) ?? true),
  )?.[1];
  changes.push({
    operator,
    at,
    resource: replaceAt(resource, path, value),
    ...(reason ? { equivalent: reason } : {}),
  });
}

const foreign = 'arn:aws:iam::999999999999:role/somebody-else';

/** Opposites of the words CloudFormation uses. */
const opposites: Readonly<Record<string, string>> = {
  ALL: 'REJECT',
  ALLOW: 'BLOCK',
  BLOCK: 'ALLOW',
  COMPLIANCE: 'GOVERNANCE',
  DISABLED: 'ENABLED',
  ENABLED: 'DISABLED',
  Enabled: 'Suspended',
  BucketOwnerEnforced: 'ObjectWriter',
  'aws:kms': 'AES256',
  'block-bidirectional': 'off',
  block_all_sharing: 'unblocked',
  block_new_sharing: 'unblocked',
  'certificate-authentication': 'directory-service-authentication',
  disabled: 'enabled',
  'federated-authentication': 'directory-service-authentication',
  optOut: 'optIn',
  required: 'optional',
  all: 'none',
  tcp: '-1',
  VPC: 'NetworkInterface',
};

function weaken(name: string, value: unknown): [string, unknown][] {
  if (typeof value === 'boolean') return [['flip', !value]];
  if (typeof value === 'number') return weakenNumber(name, value);
  if (typeof value !== 'string' || value.startsWith('{"Version"')) return [];
  const found: [string, unknown][] = [];
  const opposite = opposites[value];
  if (opposite) found.push(['reverse', opposite]);
  if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value)) found.push(['widen-range', '0.0.0.0/0']);
  if (/(^|[-/])lpo[-/]/.test(value))
    found.push(['name-a-client', value.replace(/lpo([-/])/, 'acme-v-jones$1')]);
  if (/\b\d{12}\b/.test(value)) found.push(['another-account', value.replace(/\b\d{12}\b/, '999999999999')]);
  if (/^\*?\.?[a-z0-9.*-]+\.amazonaws\.com\.?$/.test(value)) found.push(['any-name', '*.']);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) found.push(['public-address', '8.8.8.8']);
  return found;
}

function weakenNumber(name: string, value: number): [string, unknown][] {
  if (/Days|Years|Retention/.test(name)) {
    const longer = /ChangeableFor|Rotation|Abort|Noncurrent/.test(name);
    return [longer ? ['lengthen', value * 100] : ['shorten', 1]];
  }
  if (/Hours|Duration|Session/.test(name)) return [['lengthen', value * 3]];
  if (/^(From|FromPort)$/.test(name)) return [['widen-port', 0]];
  if (/^(To|ToPort)$/.test(name) && value !== 65535) return [['widen-port', 65535]];
  return name === 'Protocol' ? [['any-protocol', -1]] : [];
}

/** References, which a mutant points elsewhere; a value of `Fn::Join` is text and is only dropped. */
const isIntrinsic = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).length === 1 && /^(Ref|Fn::)/.test(Object.keys(value)[0] ?? '');

export const isPolicyDocument = (value: unknown): value is { Statement: unknown[] } =>
  isObject(value) && Array.isArray(value.Statement);
