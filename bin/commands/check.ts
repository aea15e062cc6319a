import { type Command, Option } from 'commander';
import { type Severity, severities } from '../../lib/model/finding.ts';
import { repeated } from '../terminal/date-option.ts';
import { reportFormatOption, reportWriter, type Target } from '../terminal/format-option.ts';
import { asOfOption, withoutCloudFormationOption } from '../terminal/shared-options.ts';
import { showStep } from '../terminal/show-step.ts';

interface CheckOptions {
  readonly format?: Target[];
  readonly control?: string[];
  readonly failOn: Severity;
  readonly exceptions?: string;
  readonly sealedBy?: string;
  readonly config?: string;
  readonly asOf: string;
  readonly withoutCloudformation?: boolean;
}

export function register(program: Command): void {
  program
    .command('check')
    .description('evaluate an assembly or template files; exit 1 on findings')
    .argument('<assembly...>', 'a folder such as cdk.out, or template files in JSON or YAML')
    .addOption(reportFormatOption())
    .option('--control <id>', 'only this control of ours, for example LPO-DAT-01; may be repeated', repeated)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on').choices(severities).default('low'),
    )
    .option(
      '--exceptions <file>',
      'exceptions file; for a folder exceptions.yaml of the configuration, where it exists',
    )
    .option('--config <dir>', "the firm's configuration, to compare with what templates repeat of it")
    .option('--sealed-by <pem>', 'public half of the key that sealed the assembly; refuse any other')
    .addOption(withoutCloudFormationOption())
    .addOption(asOfOption())
    .action(check);
}

async function check(paths: string[], options: CheckOptions): Promise<void> {
  const [{ runChecks }, { evaluationReport }, { refuseUnknownControls }] = await Promise.all([
    import('../../lib/operations/synthesis/run-checks.ts'),
    import('../../lib/reports/evaluation-report.ts'),
    import('../../lib/operations/synthesis/known-controls.ts'),
  ]);
  const { control, exceptions, sealedBy, config, failOn, asOf, withoutCloudformation } = options;
  const inputs = [exceptions, sealedBy, config].filter((one) => one !== undefined);
  const write = await reportWriter(options.format, [...paths, ...inputs]);
  if (control) refuseUnknownControls(control);
  const evaluation = runChecks(paths, {
    asOf,
    cloudFormation: !withoutCloudformation,
    ...(control ? { controls: control } : {}),
    ...(exceptions ? { exceptions: { file: exceptions, required: true } } : {}),
    ...(sealedBy === undefined ? {} : { sealedBy }),
    ...(config === undefined ? {} : { config }),
    progress: showStep,
  });
  showStep('');
  await write(evaluationReport(evaluation));
  const fails = severities.slice(0, severities.indexOf(failOn) + 1);
  process.exitCode = evaluation.findings.some(({ severity }) => fails.includes(severity)) ? 1 : 0;
}
