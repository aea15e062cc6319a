import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, UnusableInputError } from '../model/problem';
import { certificateProblems } from './certificates';
import { fileNames } from './checks/file-names';
import { groups } from './checks/groups';
import { namesInIds } from './checks/names-in-ids';
import { networkRanges } from './checks/network-ranges';
import { physicalNames } from './checks/physical-names';
import { regionsAndZones } from './checks/regions-and-zones';
import { uniqueEntries } from './checks/unique-entries';
import { uniqueIds } from './checks/unique-ids';
import type { Config, LoadedFiles } from './config';
import { type Located, loadYaml } from './load-yaml';
import { organizationSchema } from './organization-schema';
import { loadSamlMetadata } from './saml-metadata';
import { type Vendor, vendorSchema } from './vendor-schema';

const checks: readonly ((files: LoadedFiles) => Problem[])[] = [
  fileNames,
  uniqueIds,
  uniqueEntries,
  regionsAndZones,
  networkRanges,
  groups,
  physicalNames,
  namesInIds,
  certificateProblems,
];

/**
 * Reads and validates a folder of configuration: `organization.yaml`, the SAML metadata it names and every
 * file in `vendors/`.
 *
 * @throws UnusableInputError with every problem of every file, ordered by place.
 */
export function loadConfig(directory: string): Config {
  const problems: Problem[] = [];
  const organization = loadYaml(
    directory,
    join(directory, 'organization.yaml'),
    organizationSchema,
    problems,
  );
  const vendors = loadVendors(directory, problems);
  for (const check of checks) problems.push(...check({ organization, vendors }));
  const identityProviderMetadata = organization && loadSamlMetadata(directory, organization, problems);
  if (problems.length > 0 || !organization || !identityProviderMetadata)
    throw new UnusableInputError(sortByPlace(problems));
  return {
    directory,
    organization: organization.value,
    vendors: vendors.map(({ value }) => value),
    identityProviderMetadata,
    vendorFiles: new Map(vendors.map(({ value, source }) => [value.vendor, source])),
  };
}

/** Every vendor file, sorted by slug. */
function loadVendors(directory: string, problems: Problem[]): Located<Vendor>[] {
  const folder = join(directory, 'vendors');
  const vendors = listFolder(folder, problems)
    .map(({ name }) => loadYaml(directory, join(folder, name), vendorSchema, problems))
    .filter((loaded) => loaded !== undefined);
  return vendors.sort((a, b) => compare(a.value.vendor, b.value.vendor));
}

/** The YAML files of a folder by name; hidden files are none of our business, anything else is a problem. */
function listFolder(folder: string, problems: Problem[]): Dirent[] {
  const atFolder = { file: folder, line: 1, column: 1 };
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    problems.push({
      code: 'CFG-NOT-FOUND',
      ...atFolder,
      got: 'no such folder',
      expected: 'a folder with one YAML file for each vendor',
      fix: 'create it, or name the right configuration folder',
    });
    return [];
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => compare(a.name, b.name));
  if (visible.length === 0)
    problems.push({
      code: 'CFG-NO-VENDOR',
      ...atFolder,
      got: 'an empty folder',
      expected: 'at least one file <vendor>.yaml',
      fix: 'write one',
    });
  for (const { name } of visible.filter((entry) => !entry.name.endsWith('.yaml')))
    problems.push({
      code: 'CFG-FILE-NAME',
      ...atFolder,
      file: join(folder, name),
      got: name,
      expected: 'files named <vendor>.yaml only',
      fix: 'rename or remove it',
    });
  return visible.filter(({ name }) => name.endsWith('.yaml'));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortByPlace = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
