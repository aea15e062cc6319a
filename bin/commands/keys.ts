import type { Command } from 'commander';

interface KeysOptions {
  readonly assembly: string;
  readonly account?: string;
  readonly endpointUrl?: string;
  readonly output?: string;
}

export function register(program: Command): void {
  const keys = program.command('keys').description('compare the live KMS keys of a vendor with its assembly');
  const subcommand = (name: string, description: string) =>
    keys
      .command(`${name} <vendor>`)
      .description(description)
      .option('--assembly <dir>', 'what is supposed to be deployed', 'cdk.out')
      .option('--account <id>', 'check the keys of this account only, when the vendor has keys in several')
      .option('--endpoint-url <url>', 'another server that speaks the protocol of KMS and STS');
  subcommand('verify', 'print every difference; exit 1 when there is one').action(
    async (vendor: string, options: KeysOptions) => {
      const { readVendorKeys } = await import('../../lib/operations/keys/read-vendor-keys.ts');
      const { renderVerification } = await import('../../lib/operations/keys/render-verification.ts');
      const { verification, heading } = await readVendorKeys(vendor, options);
      process.stdout.write(renderVerification(verification, heading));
      process.exitCode = verification.differences.length > 0 ? 1 : 0;
    },
  );
  subcommand('evidence', 'write the key custody sheet')
    .requiredOption('--output <file>', 'Markdown file to write')
    .action(async (vendor: string, options: KeysOptions & { output: string }) => {
      const { readVendorKeys } = await import('../../lib/operations/keys/read-vendor-keys.ts');
      const { custodySheet } = await import('../../lib/operations/keys/custody-sheet.ts');
      const { writeWhole } = await import('../../lib/operations/files/write-whole.ts');
      const { verification, identity } = await readVendorKeys(vendor, options);
      const readAt = new Date().toISOString();
      const { account, arn: readBy } = identity;
      writeWhole(options.output, custodySheet(verification, { vendor, account, readAt, readBy }));
      const count = verification.differences.length;
      process.stdout.write(`${options.output}: ${verification.pairs.length} keys, ${count} differences.\n`);
      process.exitCode = count > 0 ? 1 : 0;
    });
}
