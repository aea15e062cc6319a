import type { Command } from 'commander';
import { repeated } from '../terminal/date-option.ts';
import { printFormatOption } from '../terminal/format-option.ts';

const formats = ['text', 'json', 'markdown', 'smt2'] as const;
type Format = (typeof formats)[number];

/** `lpo prove ASSEMBLY`: decides every statement; exit 0 when all are proved, 1 when one is not. */
export function register(program: Command): void {
  program
    .command('prove')
    .description(
      'prove that nothing gets through, for every request, or print the request that does; exit 1 then',
    )
    .argument('<assembly...>', 'folder that synthesis wrote (cdk.out), or template files')
    .addOption(printFormatOption(...formats))
    .option('--statement <id>', 'decide this statement only; may be repeated', repeated)
    .action(async (paths: string[], options: { format: Format; statement?: string[] }) => {
      process.exitCode = await prove(paths, options.format, options.statement);
    });
}

async function prove(paths: readonly string[], format: Format, only?: readonly string[]): Promise<number> {
  const { readAssembly } = await import('../../policies/template/read-assembly.ts');
  const { proveAssembly } = await import('../../policies/proofs/prove-assembly.ts');
  const { chooseStatements } = await import('../../policies/proofs/choose-statements.ts');
  const { isProved } = await import('../../policies/proofs/report/conclusion.ts');
  const statements = chooseStatements(only);
  const report = proveAssembly(readAssembly(paths), { clock: () => performance.now(), statements });
  await print((await renderer(format))(report));
  return isProved(report) ? 0 : 1;
}

/** Waits for whoever reads; one who has read enough, as `head` does, ends it. */
async function print(text: string | Iterable<string>): Promise<void> {
  const { pipeline } = await import('node:stream/promises');
  try {
    await pipeline(typeof text === 'string' ? [text] : text, process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

async function renderer(format: Format) {
  switch (format) {
    case 'text':
      return (await import('../../policies/proofs/report/text.ts')).proofText;
    case 'json':
      return (await import('../../policies/proofs/report/json.ts')).proofJson;
    case 'markdown':
      return (await import('../../policies/proofs/report/markdown.ts')).proofMarkdown;
    case 'smt2':
      return (await import('../../policies/proofs/report/smt2.ts')).proofSmt2;
  }
}
