import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import type { JournalOptions } from '../../lib/operations/approvals/open-journal.ts';
import type { OffboardOptions } from '../../lib/operations/offboarding/open-offboarding.ts';
import { finish } from '../terminal/finish.ts';
import { assemblyOption, configOption, endpointOption, withJournal } from '../terminal/shared-options.ts';

type JournaledOptions = OffboardOptions & JournalOptions;

export function register(program: Command): void {
  const offboard = program
    .command('offboard')
    .description('end a vendor or a matter so that its data is gone');
  const subcommand = (name: string, description: string) =>
    offboard
      .command(`${name} <vendor>`)
      .description(description)
      .option('--matter <id>', 'end this matter only')
      .addOption(configOption())
      .option(
        '--register <file>',
        'holds, incidents, ended matters; default <config>/registers/<vendor>.yaml',
      )
      .addOption(assemblyOption())
      .addOption(endpointOption());
  const journaled = (name: string, description: string) =>
    withJournal(subcommand(name, description), 'offboard plan');
  const steps = () => import('../../lib/operations/offboarding/offboard-steps.ts');

  subcommand('plan', 'list what would be destroyed, what would remain, what stands in the way').action(
    async (vendor: string, options: OffboardOptions) => {
      const { text, done } = await (await steps()).planOffboarding(vendor, options, now());
      finish(text, done);
    },
  );
  journaled('approve', 'approve exactly this plan; never by who requested it').action(
    async (vendor: string, options: JournaledOptions) => {
      const { text, done } = await (await steps()).approveOffboarding(vendor, options, now());
      finish(text, done);
    },
  );
  journaled(
    'execute',
    'request the plan, or take it as far as it can go now; exit 1 until it is done',
  ).action(async (vendor: string, options: JournaledOptions) => {
    const { text, done } = await (await steps()).executeOffboarding(vendor, options, now());
    finish(text, done);
  });
  journaled('verify', 'compare every key with the journal and write the certificate of destruction')
    .option('--output <file>', 'Markdown file for the certificate')
    .action(async (vendor: string, options: JournaledOptions & { readonly output?: string }) => {
      const { text, done } = await (await steps()).verifyOffboarding(vendor, options, now());
      finish(text, done);
    });
}
