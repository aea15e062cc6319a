import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import { timeOption } from '../terminal/date-option.ts';
import { finish } from '../terminal/finish.ts';
import { printFormatOption } from '../terminal/format-option.ts';
import { configOption, endpointOption } from '../terminal/shared-options.ts';

interface RecoveryOptions {
  readonly config: string;
  readonly asOf?: string;
  readonly format: 'text' | 'json';
  readonly endpointUrl?: string;
}

export function register(program: Command): void {
  const recovery = program.command('recovery').description('whether a vendor can be restored');
  recovery
    .command('report <vendor>')
    .description(
      'last restore and newest backup of every matter against its objectives; exit 1 when one is missed',
    )
    .addOption(configOption())
    .option(
      '--as-of <time>',
      'a day (its end, UTC) or a time such as 2026-11-21T12:00:00Z; default: now',
      (value) => timeOption('--as-of', value),
    )
    .addOption(printFormatOption('text', 'json'))
    .addOption(endpointOption())
    .action(async (vendor: string, { asOf = now(), ...options }: RecoveryOptions) => {
      const { isMet, readRecovery } = await import('../../lib/operations/recovery/read-recovery.ts');
      const { recoveryRenderers } = await import('../../lib/operations/recovery/render-recovery-report.ts');
      const recovered = await readRecovery(vendor, asOf, options);
      finish(recoveryRenderers[options.format](recovered), isMet(recovered));
    });
}
