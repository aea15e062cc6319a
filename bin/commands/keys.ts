import type { Command } from 'commander';
import { now } from '../../lib/model/clock.ts';
import { finish } from '../terminal/finish.ts';
import { assemblyOption, endpointOption } from '../terminal/shared-options.ts';

interface KeysOptions {
  readonly assembly: string;
  readonly account?: string;
  readonly endpointUrl?: string;
}

export function register(program: Command): void {
  const keys = program.command('keys').description('compare the live KMS keys of a vendor with its assembly');
  const subcommand = (name: string, description: string) =>
    keys
      .command(`${name} <vendor>`)
      .description(description)
      .addOption(assemblyOption())
      .option('--account <id>', 'check the keys of this account only, when the vendor has keys in several')
      .addOption(endpointOption());
  subcommand('verify', 'print every difference; exit 1 when there is one').action(
    async (vendor: string, options: KeysOptions) => {
      const { readVendorKeys } = await import('../../lib/operations/keys/read-vendor-keys.ts');
      const { renderVerification } = await import('../../lib/operations/keys/render-verification.ts');
      const { verification, heading } = await readVendorKeys(vendor, options);
      finish(renderVerification(verification, heading), verification.differences.length === 0);
    },
  );
  subcommand('evidence', 'write the key custody sheet')
    .requiredOption('--output <file>', 'Markdown file to write')
    .action(async (vendor: string, options: KeysOptions & { readonly output: string }) => {
      const { writeCustodySheet } = await import('../../lib/operations/keys/write-custody-sheet.ts');
      const { keys: read, differences } = await writeCustodySheet(vendor, options, now());
      finish(`${options.output}: ${read} keys, ${differences} differences.\n`, differences === 0);
    });
}
