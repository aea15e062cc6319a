import { type Command, Option } from 'commander';
import { now } from '../../lib/model/clock.ts';
import type { Drill, EventSource } from '../../lib/operations/ledger/event-sources.ts';
import type { Recorder } from '../../lib/operations/ledger/record-source.ts';
import type { SealOptions } from '../../lib/operations/ledger/seal-ledger.ts';
import { finish } from '../terminal/finish.ts';
import { asOfOption, configOption, endpointOption, regionOption } from '../terminal/shared-options.ts';

interface VerifyOptions {
  readonly publicKey: string;
  readonly expectHead?: string;
  readonly allowUnsealedTail?: boolean;
}
type GateOptions = Recorder & { readonly config: string; readonly asOf: string };
type DeployOptions = Recorder & { readonly event: string; readonly commit: string };
type DrillOptions = Recorder & Drill & { readonly config: string };

export function register(program: Command): void {
  const ledger = program
    .command('ledger')
    .description('the audit ledger: the chained, signed record of what was done');
  ledger
    .command('verify <copy>')
    .description('check a copy offline: a file with one record a line, or a folder of records')
    .requiredOption('--public-key <pem>', 'public half of the checkpoint key')
    .option('--expect-head <sha256>', 'head of the ledger, from the integrity sheet')
    .option('--allow-unsealed-tail', 'accept records after the last checkpoint')
    .action(async (copy: string, options: VerifyOptions) => {
      const { renderVerdict } = await import('../../lib/operations/ledger/render-verdict.ts');
      const { verifyCopy } = await import('../../lib/operations/ledger/verify-copy.ts');
      const verdict = await verifyCopy(copy, options.publicKey, options);
      finish(renderVerdict(verdict), verdict.findings.length === 0);
    });
  ledger
    .command('checkpoint <place> <name>')
    .description('seal a ledger: append a signature over everything in it; a folder or s3://bucket')
    .requiredOption('--key <arn>', 'KMS key that signs, on P-256 or P-384')
    .requiredOption('--key-region <region>', 'region of the key')
    .addOption(regionOption())
    .addOption(endpointOption())
    .action(async (place: string, name: string, options: SealOptions) => {
      const { sealLedger } = await import('../../lib/operations/ledger/seal-ledger.ts');
      const { seq } = await sealLedger(place, name, options, now());
      finish(`${name}: sealed up to record ${seq}.\n`);
    });
  registerRecord(ledger);
}

/** `lpo ledger record`: what happened elsewhere, once for each event however often it is reported. */
function registerRecord(ledger: Command): void {
  const record = ledger
    .command('record')
    .description('append what happened, once for each event; <place> is a folder or s3://bucket');
  const source = (usage: string, description: string): Command =>
    record
      .command(usage)
      .description(description)
      .option('--actor <arn>', 'who records it; for a folder only: for a bucket AWS says who it is')
      .addOption(regionOption())
      .addOption(endpointOption());

  source('gates <place> <vendor>', 'what the gates decide about a vendor')
    .addOption(configOption())
    .addOption(asOfOption())
    .action(async (place: string, vendor: string, options: GateOptions) => {
      await append(place, vendor, options, (sources) =>
        sources.gateSource(options.config, vendor, options.asOf),
      );
    });
  source('exceptions <place> <vendor>', 'exceptions and waivers in force at a vendor')
    .addOption(configOption())
    .addOption(asOfOption())
    .action(async (place: string, vendor: string, options: GateOptions) => {
      await append(place, vendor, options, (sources) =>
        sources.exceptionSource(options.config, vendor, options.asOf),
      );
    });
  source('deploy <place> <vendor> <assembly>', "a vendor's stacks of an assembly that were deployed")
    .requiredOption('--event <id>', 'id of the run that deployed it')
    .requiredOption('--commit <sha>', 'commit the assembly was made from')
    .action(async (place: string, vendor: string, assembly: string, options: DeployOptions) => {
      await append(place, vendor, options, (sources) => sources.deploySource(assembly, vendor, options));
    });
  source('drill <place> <vendor>', 'a drill that was held')
    .addOption(configOption())
    .requiredOption('--event <id>', 'id of the drill, for example restore-2026-11')
    .requiredOption('--what <text>', 'what was rehearsed')
    .addOption(
      new Option('--outcome <outcome>', 'how it went').choices(['passed', 'failed']).makeOptionMandatory(),
    )
    .option('--finding <text>', 'what was learnt')
    .action(async (place: string, vendor: string, options: DrillOptions) => {
      await append(place, vendor, options, (sources) => sources.drillSource(options.config, vendor, options));
    });
  source(
    'incidents <place> <vendor> <copy>',
    'steps of incidents and drills, from a copy of incidents/ and clocks/ of the evidence bucket',
  ).action(async (place: string, vendor: string, copy: string, options: Recorder) => {
    await append(place, vendor, options, (sources) => sources.incidentSource(copy, vendor));
  });
}

async function append(
  place: string,
  vendor: string,
  recorder: Recorder,
  choose: (sources: typeof import('../../lib/operations/ledger/event-sources.ts')) => EventSource,
): Promise<void> {
  const source = choose(await import('../../lib/operations/ledger/event-sources.ts'));
  const { recordSource } = await import('../../lib/operations/ledger/record-source.ts');
  const { renderRecorded } = await import('../../lib/operations/ledger/render-recorded.ts');
  finish(renderRecorded(vendor, await recordSource(place, vendor, recorder, source, now())));
}
