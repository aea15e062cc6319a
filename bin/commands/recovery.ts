import { type Command, Option } from 'commander';
import { now } from '../../lib/model/clock.ts';

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
    .option('--config <dir>', 'folder with organization.yaml and vendors/', 'config')
    .option('--as-of <time>', 'a day (its end, UTC) or a time such as 2026-11-21T12:00:00Z; default: now')
    .addOption(
      new Option('--format <format>', 'how to print the report').choices(['text', 'json']).default('text'),
    )
    .option('--endpoint-url <url>', 'another server that speaks the protocol of AWS')
    .action(async (vendor: string, options: RecoveryOptions) => {
      const { timeOption } = await import('../terminal/date-option.ts');
      const asOf = timeOption('--as-of', options.asOf ?? now());
      const { readRecovery } = await import('../../lib/operations/recovery/read-recovery.ts');
      const { recoveryReportJson, renderRecoveryReport } = await import(
        '../../lib/operations/recovery/render-recovery-report.ts'
      );
      const { rows, account } = await readRecovery(vendor, asOf, options);
      process.stdout.write(
        options.format === 'json'
          ? recoveryReportJson(rows, vendor, asOf)
          : renderRecoveryReport(rows, `${vendor}, account ${account}`, asOf),
      );
      process.exitCode = rows.some(({ missed }) => missed.length > 0) ? 1 : 0;
    });
}
