import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import type { JournalOptions } from '../../lib/operations/approvals/open-journal.ts';
import type { ReinstatementOptions } from '../../lib/operations/reinstatement/open-reinstatement.ts';
import { finish } from '../terminal/finish.ts';
import { configOption, endpointOption, withJournal } from '../terminal/shared-options.ts';

type JournaledOptions = ReinstatementOptions & JournalOptions;

export function register(program: Command): void {
  const reinstate = program
    .command('reinstate')
    .alias('release')
    .description(
      'turn on again what the kill switch turned off in one incident; takes two other people; `release` is its old name',
    );
  const subcommand = (name: string, description: string) =>
    reinstate
      .command(`${name} <vendor> <incident>`)
      .description(description)
      .requiredOption('--evidence <dir>', 'copy of incidents/<incident>/ of the evidence bucket')
      .addOption(configOption())
      .addOption(endpointOption());
  const journaled = (name: string, description: string) =>
    withJournal(subcommand(name, description), 'reinstate plan');
  const steps = () => import('../../lib/operations/reinstatement/reinstatement-steps.ts');

  subcommand('plan', 'list what would be turned on, in which order, and what stays off').action(
    async (vendor: string, incident: string, options: ReinstatementOptions) => {
      const { text, done } = await (await steps()).planReinstatement(vendor, incident, options);
      finish(text, done);
    },
  );
  journaled(
    'approve',
    'approve exactly this plan; never by who requested it or initiated the suspension',
  ).action(async (vendor: string, incident: string, options: JournaledOptions) => {
    const { text, done } = await (await steps()).approveReinstatement(vendor, incident, options, now());
    finish(text, done);
  });
  journaled('execute', 'request the plan, or carry it out; exit 1 until it is done')
    .option('--management-profile <name>', 'AWS profile that may lift the quarantine')
    .action(
      async (
        vendor: string,
        incident: string,
        options: JournaledOptions & { readonly managementProfile?: string },
      ) => {
        const { executeReinstatementPlan } = await steps();
        const { text, done } = await executeReinstatementPlan(vendor, incident, options, now());
        finish(text, done);
      },
    );
}
