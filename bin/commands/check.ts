import { styleText } from 'node:util';
import { type Command, Option } from 'commander';
import { today } from '../../lib/model/clock.ts';
import type { Severity } from '../../policies/authoring/control-row.ts';
import type { CheckResult } from '../../policies/pipeline/check-assembly.ts';
import { dateOption, repeated } from '../terminal/date-option.ts';

const formats = ['text', 'json', 'sarif', 'junit', 'markdown'] as const;

interface CheckCommandOptions {
  readonly format: (typeof formats)[number];
  readonly output?: string;
  readonly control?: string[];
  readonly failOn: Severity;
  readonly exceptions?: string;
  readonly asOf: string;
}

export function register(program: Command): void {
  program
    .command('check')
    .description('judge an assembly or template files; exit 1 on findings')
    .argument('<assembly...>', 'a folder such as cdk.out, or template files in JSON or YAML')
    .addOption(new Option('--format <format>', 'how findings are written').choices(formats).default('text'))
    .option('--output <file>', 'where findings are written; standard output otherwise')
    .option('--control <id>', 'only this control of ours, for example LPO-DAT-01; may be repeated', repeated)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on')
        .choices(['low', 'medium', 'high', 'critical'])
        .default('low'),
    )
    .option('--exceptions <file>', 'exceptions file; for a folder config/exceptions.yaml where it exists')
    .option('--as-of <date>', 'the day on which dates are judged', today())
    .action(check);
}

async function check(paths: string[], options: CheckCommandOptions): Promise<void> {
  const [{ runChecks }, { atLeast }, { refuseUnknownControls }, { refuseUnwritable, writeWhole }] =
    await Promise.all([
      import('../../lib/operations/synthesis/run-checks.ts'),
      import('../../lib/reports/findings/severity.ts'),
      import('../../lib/operations/synthesis/known-controls.ts'),
      import('../../lib/operations/files/write-whole.ts'),
    ]);
  const asOf = dateOption('--as-of', options.asOf);
  if (options.output) refuseUnwritable(options.output);
  if (options.control) refuseUnknownControls(options.control);
  const { control, exceptions } = options;
  const result = runChecks(paths, {
    asOf,
    ...(control ? { controls: control } : {}),
    ...(exceptions ? { exceptions } : {}),
    ...(process.stderr.isTTY ? { progress } : {}),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const text = await render(result, options);
  if (options.output) writeWhole(options.output, text);
  else process.stdout.write(text);
  process.exitCode = result.findings.some(({ severity }) => atLeast(severity, options.failOn)) ? 1 : 0;
}

async function render(result: CheckResult, { format, output }: CheckCommandOptions): Promise<string> {
  switch (format) {
    case 'text': {
      const { findingsAsText } = await import('../../lib/reports/findings/findings-as-text.ts');
      const coloured = process.stdout.isTTY && !output;
      return findingsAsText(result, coloured ? (text, colour) => styleText(colour, text) : undefined);
    }
    case 'json':
      return (await import('../../lib/reports/findings/findings-as-json.ts')).findingsAsJson(result);
    case 'sarif':
      return (await import('../../lib/reports/findings/findings-as-sarif.ts')).findingsAsSarif(result);
    case 'junit':
      return (await import('../../lib/reports/findings/findings-as-junit.ts')).findingsAsJunit(result);
    case 'markdown':
      return (await import('../../lib/reports/findings/findings-as-markdown.ts')).findingsAsMarkdown(result);
  }
}

const progress = (step: string): void => {
  process.stderr.write(`\r\u001b[Kchecking: ${step}`);
};
