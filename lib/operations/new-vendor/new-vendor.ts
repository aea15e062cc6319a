import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type Question } from '../../../bin/terminal/ask.ts';
import { unusableOption } from '../../../bin/terminal/date-option.ts';
import { freeRanges } from '../../config/free-ranges.ts';
import { loadConfig } from '../../config/load-config.ts';
import { vendorTemplate } from '../../config/vendor-template.ts';
import { evaluateGates } from '../../gates/evaluate-gates.ts';
import { shuts } from '../../gates/rule-hit.ts';
import { dataClasses, matterTypes } from '../../model/engagement.ts';
import { renderMissing } from '../../reports/missing-records.ts';

/**
 * Asks for what a vendor file cannot do without, writes it and asks the gates what is missing.
 *
 * @returns whether the gate of the new vendor is open, and a text for the person who asked
 * @throws UnusableInputError when the file would not be valid; it is not left behind then
 */
export async function newVendor(
  directory: string,
  given: Readonly<Record<string, string | undefined>>,
  asOf: string,
): Promise<{ open: boolean; text: string }> {
  const config = loadConfig(directory);
  const answers = await ask(questions(asOf), given);
  const slug = answers.vendor ?? '';
  if (!/^[a-z][a-z0-9]{2,15}$/.test(slug))
    throw unusableOption('--vendor', slug, 'an opaque slug of 3 to 16 lower-case letters and digits');
  const file = join(directory, 'vendors', `${slug}.yaml`);
  if (existsSync(file)) throw unusableOption('--vendor', slug, `a slug that is new; ${file} exists`);

  const ranges = freeRanges(config.vendors);
  const { serverCertificate: server, clientCertificate: clientRoot } = given;
  const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
  const content = vendorTemplate({
    vendor: slug,
    legalName: answers.legalName ?? '',
    account: answers.account ?? '',
    owner: answers.owner ?? '',
    region: answers.region ?? '',
    ...(answers.recoveryRegion === 'none' ? {} : { recoveryRegion: answers.recoveryRegion }),
    availabilityZones: [`${answers.region}a`, `${answers.region}b`],
    vpcCidr: ranges.vpcCidr ?? 'no free range',
    clientCidr: ranges.clientCidr ?? 'no free range',
    ...(server && clientRoot ? { certificates: { server, clientRoot } } : {}),
    matter: {
      id: `m-${hex(3)}`,
      type: answers.matterType ?? '',
      dataClasses: list(answers.dataClasses),
      origins: list(answers.origins),
      accessCountries: list(answers.accessCountries),
      closeDate: answers.closeDate ?? '',
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

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const questions = (asOf: string): Question[] => [
  { option: 'vendor', text: 'Opaque slug of the vendor, 3 to 16 lower-case letters and digits' },
  { option: 'legalName', text: 'Legal name (a check keeps it out of every template)' },
  { option: 'account', text: 'AWS account of this vendor alone, twelve digits' },
  { option: 'owner', text: 'Team of the firm that owns the workspace, as a slug' },
  { option: 'region', text: 'Region where the data is stored, such as eu-west-2' },
  { option: 'recoveryRegion', text: 'Recovery region in the same jurisdiction, or none', proposal: 'none' },
  { option: 'matterType', text: `Type of the first matter: ${matterTypes.join(', ')}` },
  { option: 'dataClasses', text: `Classes of data, with commas: ${dataClasses.join(', ')}` },
  { option: 'origins', text: 'Where the data comes from, with commas, such as GB or US-NY' },
  { option: 'accessCountries', text: 'Where people look at it, with commas, such as IN,GB' },
  {
    option: 'closeDate',
    text: 'Day the matter is expected to close',
    proposal: `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4, 8)}28`,
  },
  { option: 'retentionDays', text: 'Days every object version is kept', proposal: '1827' },
];
