import type { Command } from 'commander';
import { registerRecord } from '../../lib/operations/ledger/record-command.ts';

interface VerifyOptions {
  readonly publicKey: string;
  readonly expectHead?: string;
  readonly allowUnsealedTail?: boolean;
}

interface CheckpointOptions {
  readonly key: string;
  readonly keyRegion: string;
  readonly region?: string;
  readonly endpointUrl?: string;
}

export function register(program: Command): void {
  const ledger = program.command('ledger').description('the chained, signed record of what was done');
  ledger
    .command('verify <copy>')
    .description('check a copy offline: a file with one record a line, or a folder of records')
    .requiredOption('--public-key <pem>', 'public half of the checkpoint key')
    .option('--expect-head <sha256>', 'head of the ledger, from the integrity sheet')
    .option('--allow-unsealed-tail', 'accept records after the last checkpoint')
    .action(async (copy: string, options: VerifyOptions) => {
      const { readFileSync } = await import('node:fs');
      const { readPublicKey } = await import('../../lib/operations/ledger/checkpoint.ts');
      const { renderVerdict } = await import('../../lib/operations/ledger/render-verdict.ts');
      const { verifyLedger } = await import('../../lib/operations/ledger/verify-ledger.ts');
      const { ledgerCopy, requireFiles } = await import('../../lib/operations/ledger/ledger-copy.ts');
      requireFiles(copy, options.publicKey);
      const publicKey = readPublicKey(readFileSync(options.publicKey, 'utf8'), options.publicKey);
      const verdict = await verifyLedger(ledgerCopy(copy), publicKey, options);
      process.stdout.write(renderVerdict(verdict, copy));
      process.exitCode = verdict.findings.length > 0 ? 1 : 0;
    });
  ledger
    .command('checkpoint <place> <name>')
    .description('seal a ledger: append a signature over everything in it; a folder or s3://bucket')
    .requiredOption('--key <arn>', 'KMS key that signs, on P-256 or P-384')
    .requiredOption('--key-region <region>', 'region of the key')
    .option('--region <region>', 'region of the bucket')
    .option('--endpoint-url <url>', 'another server that speaks the protocol of AWS')
    .action(async (place: string, name: string, options: CheckpointOptions) => {
      const { kmsSigner } = await import('../../lib/operations/aws/kms-signer.ts');
      const { sealLedger } = await import('../../lib/operations/ledger/checkpoint.ts');
      const { ledgerStore } = await import('../../lib/operations/ledger/open-ledger-store.ts');
      const store = ledgerStore(place, name, options);
      const { endpointUrl, key, keyRegion } = options;
      const signer = () => kmsSigner(keyRegion, key, endpointUrl === undefined ? {} : { endpointUrl });
      const { seq } = await sealLedger(store, signer, new Date().toISOString());
      process.stdout.write(`${name}: sealed up to record ${seq}.\n`);
    });
  registerRecord(ledger);
}
