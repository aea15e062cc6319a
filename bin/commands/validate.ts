import { type Command, Option } from 'commander';
import { today } from '../../lib/model/clock.ts';
import { dateOption } from '../terminal/date-option.ts';

type Format = 'text' | 'json' | 'markdown';

interface ValidateOptions {
  readonly config: string;
  readonly asOf: string;
  readonly format: Format;
}

export function register(program: Command): void {
  program
    .command('validate')
    .description('ask every gate about every vendor: law, people, diligence, conflicts')
    .option('--config <dir>', 'folder with organization.yaml, law/ and vendors/', 'config')
    .option('--as-of <date>', 'the day on which dates are judged', today())
    .addOption(
      new Option('--format <format>', 'how to print the report')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (options: ValidateOptions) => {
      const asOf = dateOption('--as-of', options.asOf);
      const render = await renderer(options.format);
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { evaluateGates } = await import('../../lib/gates/evaluate-gates.ts');
      const result = evaluateGates(loadConfig(options.config), asOf);
      process.stdout.write(render(result));
      process.exitCode = result.vendors.every(({ open }) => open) ? 0 : 1;
    });
}

async function renderer(format: Format) {
  switch (format) {
    case 'text':
      return (await import('../../lib/reports/gate-text.ts')).renderGateText;
    case 'json':
      return (await import('../../lib/reports/gate-json.ts')).renderGateJson;
    case 'markdown':
      return (await import('../../lib/reports/gate-markdown.ts')).renderGateMarkdown;
  }
}
