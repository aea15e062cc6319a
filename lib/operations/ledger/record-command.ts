import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { dateOption, unusableOption } from '../../../bin/terminal/date-option.ts';
import { today } from '../../model/clock.ts';
import type { LedgerEvent } from './record-events.ts';

interface RecordOptions {
  readonly actor?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
}
interface ConfigOptions extends RecordOptions {
  readonly config: string;
  readonly asOf: string;
}
interface DeployOptions extends RecordOptions {
  readonly event: string;
  readonly commit: string;
}
interface DrillOptions extends RecordOptions {
  readonly config: string;
  readonly event: string;
  readonly what: string;
  readonly outcome: string;
  readonly finding?: string;
}

/** `lpo ledger record`: what happened elsewhere, once for each event however often it is reported. */
export function registerRecord(ledger: Command): void {
  const record = ledger
    .command('record')
    .description('append what happened, once for each event; <place> is a folder or s3://bucket');
  const source = (usage: string, description: string): Command =>
    record
      .command(usage)
      .description(description)
      .option('--actor <arn>', 'who records it; for a folder only: for a bucket AWS says who it is')
      .option('--region <region>', 'region of the bucket')
      .option('--endpoint-url <url>', 'another server that speaks the protocol of AWS');
  const ofVendor = (command: Command): Command =>
    command.option('--config <dir>', 'folder with organization.yaml and vendors/', 'config');
  const configured = (command: Command): Command =>
    ofVendor(command).option('--as-of <date>', 'the day on which dates are judged', today());

  configured(source('gates <place> <vendor>', 'what the gates decide about a vendor')).action(
    (place: string, vendor: string, options: ConfigOptions) =>
      append(place, vendor, options, async (actor) => {
        const asOf = dateOption('--as-of', options.asOf);
        const { evaluateGates } = await import('../../gates/evaluate-gates.ts');
        const { gateEvent } = await import('./events/gate-event.ts');
        const { config } = await vendorOf(options.config, vendor);
        const gates = evaluateGates(config, asOf).vendors.filter((gate) => gate.vendor === vendor);
        return gates.map((gate) => gateEvent(gate, asOf, actor));
      }),
  );
  configured(source('exceptions <place> <vendor>', 'exceptions and waivers in force at a vendor')).action(
    (place: string, slug: string, options: ConfigOptions) =>
      append(place, slug, options, async (actor) => {
        const asOf = dateOption('--as-of', options.asOf);
        const { loadExceptions } = await import('../../config/load-exceptions.ts');
        const { exceptionEvents } = await import('./events/exception-events.ts');
        const { vendor } = await vendorOf(options.config, slug);
        const exceptions = loadExceptions(join(options.config, 'exceptions.yaml'), false);
        return exceptionEvents(exceptions, vendor, asOf, actor);
      }),
  );
  source('deploy <place> <vendor> <assembly>', "a vendor's stacks of an assembly that were deployed")
    .requiredOption('--event <id>', 'id of the run that deployed it')
    .requiredOption('--commit <sha>', 'commit the assembly was made from')
    .action((place: string, vendor: string, assembly: string, options: DeployOptions) =>
      append(place, vendor, options, async (actor) => {
        if (!/^[0-9a-f]{7,64}$/.test(options.commit))
          throw unusableOption(
            '--commit',
            options.commit,
            'the hash of a commit, 7 to 64 hexadecimal digits',
          );
        const { deployEvent } = await import('./events/deploy-event.ts');
        const { readAssembly } = await import('../../../policies/template/read-assembly.ts');
        const event = deployEvent(readAssembly(assembly), vendor, { ...options, actor });
        if (event.type === 'deploy' && event.body.stacks.length === 0)
          throw unusableOption('<vendor>', vendor, `a vendor with stacks in ${assembly}`);
        return [event];
      }),
    );
  ofVendor(source('drill <place> <vendor>', 'a drill that was held'))
    .requiredOption('--event <id>', 'id of the drill, for example restore-2026-11')
    .requiredOption('--what <text>', 'what was rehearsed')
    .requiredOption('--outcome <outcome>', 'passed or failed')
    .option('--finding <text>', 'what was learnt')
    .action((place: string, vendor: string, options: DrillOptions) =>
      append(place, vendor, options, async (actor) => {
        const { event, what, outcome, finding } = options;
        if (outcome !== 'passed' && outcome !== 'failed')
          throw unusableOption('--outcome', outcome, 'passed or failed');
        await vendorOf(options.config, vendor);
        const body = { event: `drill/${event}`, what, outcome, ...(finding && { finding }), actor } as const;
        return [{ type: 'drill', body }];
      }),
    );
  source(
    'incidents <place> <vendor> <copy>',
    'steps of incidents and drills, from a copy of incidents/ and clocks/ of the evidence bucket',
  ).action((place: string, vendor: string, copy: string, options: RecordOptions) =>
    append(place, vendor, options, async (actor) => {
      const { incidentEvents } = await import('./events/incident-events.ts');
      return incidentEvents(evidenceFiles(copy), vendor, actor);
    }),
  );
}

async function append(
  place: string,
  name: string,
  options: RecordOptions,
  events: (actor: string) => Promise<readonly LedgerEvent[]>,
): Promise<void> {
  const { recordEvents } = await import('./record-events.ts');
  const { ledgerStore } = await import('./open-ledger-store.ts');
  const store = ledgerStore(place, name, options);
  const wanted = await events(await actorOf(place, options));
  const { appended, known } = await recordEvents(store, wanted, new Date().toISOString());
  const first = appended.length > 0 ? `, from record ${appended[0]} on` : '';
  process.stdout.write(`${name}: ${appended.length} recorded${first}; ${known.length} on record before.\n`);
}

/** Nobody writes into the bucket under another name than the one AWS knows them by. */
async function actorOf(place: string, { actor, region, endpointUrl }: RecordOptions): Promise<string> {
  if (!place.startsWith('s3://')) {
    if (actor) return actor;
    throw unusableOption(
      '--actor',
      'is not given',
      'who records it: a folder does not know',
      'name who records it, for example --actor p-00aa00',
    );
  }
  if (actor) throw unusableOption('--actor', actor, 'no --actor for a bucket: AWS says who it is');
  const { callerIdentity } = await import('../aws/caller-identity.ts');
  return (await callerIdentity(region ?? '', endpointUrl === undefined ? {} : { endpointUrl })).arn;
}

async function vendorOf(directory: string, slug: string) {
  const { loadConfig } = await import('../../config/load-config.ts');
  const config = loadConfig(directory);
  const vendor = config.vendors.find((one) => one.vendor === slug);
  if (vendor) return { config, vendor };
  const known = config.vendors.map((one) => one.vendor).join(', ');
  throw unusableOption('<vendor>', slug, `one of ${known}`, 'a ledger of a vendor bears its name');
}

/** Every file below a folder, by its path as the bucket has it. */
function evidenceFiles(copy: string) {
  if (!statSync(copy, { throwIfNoEntry: false })?.isDirectory())
    throw unusableOption('<copy>', copy, 'a folder that holds incidents/ or clocks/, copied from the bucket');
  return readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ key: relative(copy, file).split(sep).join('/'), bytes: readFileSync(file) }));
}
