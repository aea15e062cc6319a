import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import type { JournalOptions, ReleaseOptions } from '../../lib/operations/reinstatement/release-steps.ts';

export function register(program: Command): void {
  const release = program
    .command('release')
    .description('turn on again what the kill switch turned off in one incident; takes two other people');
  const subcommand = (name: string, description: string) =>
    release
      .command(`${name} <vendor> <incident>`)
      .description(description)
      .requiredOption('--evidence <dir>', 'copy of incidents/<incident>/ of the evidence bucket')
      .option('--config <dir>', 'folder with organization.yaml and vendors/', 'config')
      .option('--endpoint-url <url>', 'another server that speaks the protocol of AWS');
  const withJournal = (name: string, description: string) =>
    subcommand(name, description)
      .requiredOption('--plan <sha256>', 'the plan, as `release plan` printed it')
      .requiredOption(
        '--journal <place>',
        'folder or s3://bucket that keeps what was asked, approved and done',
      )
      .option('--journal-region <region>', 'region of the bucket');

  subcommand('plan', 'say what would be turned on, in which order, and what stays off').action(
    async (vendor: string, incident: string, options: ReleaseOptions) => {
      const { planRelease } = await import('../../lib/operations/reinstatement/release-steps.ts');
      finish(await planRelease(vendor, incident, options));
    },
  );
  withJournal('approve', 'approve exactly this plan; never by who requested it or threw the switch').action(
    async (vendor: string, incident: string, options: JournalOptions) => {
      const { approve } = await import('../../lib/operations/reinstatement/release-steps.ts');
      finish(await approve(vendor, incident, options, now()));
    },
  );
  withJournal('execute', 'request the plan, or carry it out; exit 1 until it is done')
    .option('--management-profile <name>', 'AWS profile that may lift the quarantine')
    .action(async (vendor: string, incident: string, options: JournalOptions) => {
      const { execute } = await import('../../lib/operations/reinstatement/release-steps.ts');
      finish(await execute(vendor, incident, options, now()));
    });
}

function finish({ text, code }: { text: string; code: number }): void {
  process.stdout.write(text);
  process.exitCode = code;
}
