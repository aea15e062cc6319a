import type { Command } from 'commander';
import { count } from '../../lib/model/count.ts';
import { formatFinding } from '../../lib/model/finding.ts';
import { finish } from '../terminal/finish.ts';
import { endpointOption } from '../terminal/shared-options.ts';

interface SealOptions {
  readonly key: string;
  readonly endpointUrl?: string;
}

export function register(program: Command): void {
  program
    .command('seal')
    .description('sign the digests of an assembly that `lpo synth` wrote')
    .argument('<assembly>', 'the folder that was written')
    .requiredOption('--key <key>', 'file with an Ed25519 private key in PEM, or ARN of a KMS key that signs')
    .addOption(endpointOption())
    .action(seal);
}

async function seal(assembly: string, { key, endpointUrl }: SealOptions): Promise<void> {
  const { sealAssembly } = await import('../../lib/operations/seal/seal-assembly.ts');
  const { files, keyid, findings } = await sealAssembly(assembly, key, endpointUrl);
  const faults = [...findings.map(formatFinding), '', `${count(findings.length, 'finding')}; not sealed.`];
  if (findings.length > 0) finish(`${faults.join('\n')}\n`, false);
  else finish(`${assembly}: ${count(files, 'file')} sealed by ${keyid}.\n`);
}
