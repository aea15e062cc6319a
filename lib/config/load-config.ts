import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Finding, inputFinding, UnusableInputError } from '../model/finding.ts';
import { byPlace } from '../model/finding-order.ts';
import { certificateProblems } from './certificates.ts';
import { bootstrapNames } from './checks/bootstrap-names.ts';
import { dateOrder } from './checks/date-order.ts';
import { fileNames } from './checks/file-names.ts';
import { groups } from './checks/groups.ts';
import { lawCodes } from './checks/law-codes.ts';
import { namesInIds } from './checks/names-in-ids.ts';
import { networkRanges } from './checks/network-ranges.ts';
import { physicalNames } from './checks/physical-names.ts';
import { quotaFiles } from './checks/quota-files.ts';
import { raisedQuotas } from './checks/raised-quotas.ts';
import { references } from './checks/references.ts';
import { regionsAndZones } from './checks/regions-and-zones.ts';
import { uniqueEntries } from './checks/unique-entries.ts';
import { uniqueIds } from './checks/unique-ids.ts';
import type { Config, LoadedFiles } from './config.ts';
import { conflictsSchema } from './conflicts-schema.ts';
import { loadYaml } from './load-yaml.ts';
import { organizationSchema } from './organization-schema.ts';
import { by, readFolder } from './read-folder.ts';
import { readLaw } from './read-law.ts';
import { readQuotas } from './read-quotas.ts';
import { loadSamlMetadata } from './saml-metadata.ts';
import { vendorSchema } from './vendor-schema.ts';

/** Folders of product data, where they are not those that are shipped. */
export interface LoadOptions {
  /**
   * Folder with `jurisdictions/`, `regions.yaml` and `deny-lists.yaml`.
   *
   * @default - the law shipped with this program
   */
  readonly law?: string;
  /**
   * Folder of the quotas of AWS, a file for each service.
   *
   * @default - the quotas shipped with this program
   */
  readonly quotas?: string;
}

/** The conflict register grows with the firm: 250 bytes a party. */
const registerBytes = 8 * 1_048_576;

const checks: readonly ((files: LoadedFiles) => Finding[])[] = [
  fileNames,
  uniqueIds,
  uniqueEntries,
  regionsAndZones,
  networkRanges,
  groups,
  physicalNames,
  bootstrapNames,
  namesInIds,
  certificateProblems,
  lawCodes,
  quotaFiles,
  raisedQuotas,
  references,
  dateOrder,
];

/**
 * Reads and validates a folder of configuration: `organization.yaml`, the SAML metadata it names, the registers
 * and every file in `vendors/`; and the law, as it is shipped and with what the folder adds in `law/`.
 *
 * @throws UnusableInputError with every problem of every file, ordered by place.
 */
export function loadConfig(directory: string, options: LoadOptions = {}): Config {
  if (!existsSync(directory)) throw new UnusableInputError([noFolder(directory)]);
  const problems: Finding[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, maxBytes?: number) =>
    loadYaml(directory, join(directory, name), schema, problems, maxBytes);

  const organization = read('organization.yaml', organizationSchema);
  const conflicts = read('conflicts.yaml', conflictsSchema, registerBytes);
  const { jurisdictions: law, regions, denyLists } = readLaw(problems, options.law, directory);
  const quotas = readQuotas(problems, options.quotas);
  const vendors = readFolder(directory, 'vendors', 'vendor', vendorSchema, problems).sort(
    by(({ vendor }) => vendor),
  );
  const identityProviderMetadata = organization && loadSamlMetadata(directory, organization, problems);
  for (const check of checks) problems.push(...check({ organization, vendors, law, quotas, conflicts }));

  if (
    problems.length > 0 ||
    !organization ||
    !identityProviderMetadata ||
    !regions ||
    !denyLists ||
    !conflicts
  )
    throw new UnusableInputError(problems.sort(byPlace));
  return {
    directory,
    organization: organization.value,
    vendors: vendors.map(({ value }) => value),
    identityProviderMetadata,
    law: law.map(({ value }) => value),
    regions: regions.value,
    denyLists: denyLists.value,
    quotas: quotas.map(({ value }) => value),
    conflicts: conflicts.value,
    files: {
      organization: organization.source,
      vendors: new Map(vendors.map(({ value, source }) => [value.vendor, source])),
      law: new Map(law.map(({ value, source }) => [value.code, source])),
      regions: regions.source,
      denyLists: denyLists.source,
      quotas: new Map(quotas.map(({ value, source }) => [value.service, source])),
      conflicts: conflicts.source,
    },
  };
}

/** One finding for a folder that is not there, instead of one for each file that is looked for in it. */
const noFolder = (directory: string): Finding =>
  inputFinding({
    code: 'CFG-NOT-FOUND',
    where: { file: directory },
    got: 'no such folder',
    expected: 'a folder with organization.yaml, conflicts.yaml and vendors/',
    fix: 'run the command in the root of the repository, or name the folder with --config',
  });
