import type { Command } from 'commander';
import { today } from '../../lib/model/clock.ts';
import type { NewVendorOptions } from '../../lib/operations/new-vendor/new-vendor.ts';
import { ask } from '../terminal/ask.ts';
import { finish } from '../terminal/finish.ts';
import { configOption } from '../terminal/shared-options.ts';

export function register(program: Command): void {
  program
    .command('new')
    .description('write a configuration file by answering questions')
    .command('vendor')
    .description('a vendor with its first matter; lists the records that are still missing')
    .addOption(configOption())
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
    .action(async (options: NewVendorOptions & Readonly<Record<string, string>>) => {
      const { newVendor } = await import('../../lib/operations/new-vendor/new-vendor.ts');
      const { open, text } = await newVendor(options, (questions) => ask(questions, options), today());
      finish(text, open);
    });
}
