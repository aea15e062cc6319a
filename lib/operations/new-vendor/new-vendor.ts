import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeRanges } from '../../config/free-ranges.ts';
import { loadConfig } from '../../config/load-config.ts';
import { vendorTemplate } from '../../config/vendor-template.ts';
import { evaluateGates } from '../../gates/evaluate-gates.ts';
import { shuts } from '../../gates/rule-hit.ts';
import { vendorId } from '../../model/fields.ts';
import { optionName, unusableOption } from '../../model/unusable-option.ts';
import { visibleLine } from '../../model/visible.ts';
import { renderMissing } from '../../reports/missing-records.ts';
import type { Ask } from './question.ts';
import { vendorQuestions } from './vendor-questions.ts';

export interface NewVendorOptions {
  /** Folder with organization.yaml and vendors/. */
  readonly config: string;
  /** ACM certificates of the VPN endpoint. @default - those of the organization */
  readonly serverCertificate?: string;
  readonly clientCertificate?: string;
}

/**
 * Asks for what a vendor file cannot do without, writes it and evaluates the gates for what is missing.
 *
 * @returns whether the gate of the new vendor is open, and a text for the person who asked
 * @throws UnusableInputError when the file would not be valid; it is not left behind then
 */
export async function newVendor(
  { config: directory, serverCertificate: server, clientCertificate: clientRoot }: NewVendorOptions,
  ask: Ask,
  asOf: string,
): Promise<{ open: boolean; text: string }> {
  const { vendors } = loadConfig(directory);
  const { vpcCidr, clientCidr } = freeRanges(vendors);
  if (!vpcCidr || !clientCidr)
    throw unusableOption('--config', directory, 'room for two more ranges of /22', 'write the file by hand');
  const answers = await ask(vendorQuestions(asOf));
  for (const [name, answer] of Object.entries({ ...answers, ...given(server, clientRoot) }))
    if (visibleLine(answer) !== answer)
      throw unusableOption(optionName(name), answer, 'one line without control or invisible characters');
  const { vendor: slug, legalName, account, owner, region, recoveryRegion } = answers;
  if (!vendorId.safeParse(slug).success)
    throw unusableOption('--vendor', slug, 'an opaque slug of 3 to 16 lower-case letters and digits');
  const file = join(directory, 'vendors', `${slug}.yaml`);
  if (existsSync(file)) throw unusableOption('--vendor', slug, `a slug that is new; ${file} exists`);

  const content = vendorTemplate({
    ...{ vendor: slug, legalName, account, owner, region },
    ...(recoveryRegion === 'none' ? {} : { recoveryRegion }),
    availabilityZones: [`${region}a`, `${region}b`],
    ...{ vpcCidr, clientCidr },
    ...(server && clientRoot ? { certificates: { server, clientRoot } } : {}),
    matter: {
      id: `m-${hex(3)}`,
      type: answers.matterType,
      dataClasses: list(answers.dataClasses),
      origins: list(answers.origins),
      accessCountries: list(answers.accessCountries),
      closeDate: answers.closeDate,
      retentionDays: Number(answers.retentionDays),
    },
    newGroupId: () => `placeholder-${hex(6)}`,
  });
  writeFileSync(file, content, { flag: 'wx' });
  try {
    const gate = evaluateGates(loadConfig(directory), asOf).vendors.find(({ vendor }) => vendor === slug);
    if (!gate) throw new Error(`${file} was written and not read`);
    return { open: gate.open, text: renderMissing(file, gate.findings.filter(shuts)) };
  } catch (error) {
    rmSync(file);
    throw error;
  }
}

const given = (serverCertificate = '', clientCertificate = '') => ({ serverCertificate, clientCertificate });

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

const list = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
