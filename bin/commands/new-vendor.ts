import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';

export function register(program: Command): void {
  program
    .command('new')
    .description('write a configuration file by answering questions')
    .command('vendor')
    .description('a vendor with its first matter; says which records are still missing')
    .option('--config <dir>', 'folder to write to', 'config')
    .option('--vendor <slug>', 'opaque slug')
    .option('--legal-name <name>', 'legal name; a check keeps it out of every template')
    .option('--account <id>', 'twelve digits')
    .option('--owner <team>', 'team of the firm, as a slug')
    .option('--region <region>', 'where the data is stored')
    .option('--recovery-region <region>', 'second region of the same jurisdiction; none for no copies abroad')
    .option('--server-certificate <arn>', 'ACM certificate of the VPN endpoint')
    .option('--client-certificate <arn>', 'ACM root of the device certificates')
    .option('--matter-type <type>', 'for example litigation')
    .option('--data-classes <list>', 'for example PRIVILEGED,PII_BASIC')
    .option('--origins <list>', 'where the data comes from, for example GB')
    .option('--access-countries <list>', 'where people look at it, for example IN,GB')
    .option('--close-date <date>', 'expected end of the matter')
    .option('--retention-days <days>', 'days every object version is kept')
    .action(async (options: Record<string, string>) => {
      const { newVendor } = await import('../../lib/operations/new-vendor/new-vendor.ts');
      const { open, text } = await newVendor(options.config ?? 'config', options, today());
      process.stdout.write(text);
      process.exitCode = open ? 0 : 1;
    });
}
