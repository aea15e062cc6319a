import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import type { OffboardOptions } from '../../lib/operations/offboarding/open-offboarding.ts';

interface JournalOptions extends OffboardOptions {
  readonly journal: string;
  readonly journalRegion?: string;
  readonly plan: string;
  readonly output?: string;
}

export function register(program: Command): void {
  const offboard = program
    .command('offboard')
    .description('end a vendor or a matter so that its data is gone');
  const subcommand = (name: string, description: string) =>
    offboard
      .command(`${name} <vendor>`)
      .description(description)
      .option('--matter <id>', 'end this matter only')
      .option('--config <dir>', 'folder with organization.yaml and vendors/', 'config')
      .option(
        '--register <file>',
        'holds, incidents, ended matters; default <config>/registers/<vendor>.yaml',
      )
      .option('--assembly <dir>', 'what is supposed to be deployed', 'cdk.out')
      .option('--endpoint-url <url>', 'another server that speaks the protocol of AWS');
  const withJournal = (name: string, description: string) =>
    subcommand(name, description)
      .requiredOption('--plan <sha256>', 'the plan, as `offboard plan` printed it')
      .requiredOption(
        '--journal <place>',
        'folder or s3://bucket that keeps what was asked, approved and done',
      )
      .option('--journal-region <region>', 'region of the bucket');

  subcommand('plan', 'say what would be destroyed, what would remain, what stands in the way').action(
    async (vendor: string, options: OffboardOptions) => {
      const { planOffboarding } = await import('../../lib/operations/offboarding/offboard-steps.ts');
      finish(await planOffboarding(vendor, options, now()));
    },
  );
  withJournal('approve', 'approve exactly this plan; never by who requested it').action(
    async (vendor: string, options: JournalOptions) => {
      const { approveOffboarding } = await import('../../lib/operations/offboarding/offboard-steps.ts');
      finish(await approveOffboarding(vendor, options, now()));
    },
  );
  withJournal(
    'execute',
    'request the plan, or take it as far as it can go now; exit 1 until it is done',
  ).action(async (vendor: string, options: JournalOptions) => {
    const { executeOffboarding } = await import('../../lib/operations/offboarding/offboard-steps.ts');
    finish(await executeOffboarding(vendor, options, now()));
  });
  withJournal('verify', 'compare every key with the journal and write the certificate of destruction')
    .option('--output <file>', 'Markdown file for the certificate')
    .action(async (vendor: string, options: JournalOptions) => {
      const { verifyOffboarding } = await import('../../lib/operations/offboarding/offboard-steps.ts');
      const { writeWhole } = await import('../../lib/operations/files/write-whole.ts');
      const { certificate, ...said } = await verifyOffboarding(vendor, options, now());
      if (options.output) writeWhole(options.output, certificate);
      finish(said);
    });
}

function finish({ text, code }: { text: string; code: number }): void {
  process.stdout.write(text);
  process.exitCode = code;
}
