import type { Command } from 'commander';
import { dateOption, unusableOption } from '../date-option';
import { today } from '../today';

interface ValidateOptions {
  readonly config: string;
  readonly asOf: string;
  readonly format: string;
}

export function register(program: Command): void {
  program
    .command('validate')
    .description('ask every gate about every vendor: law, people, diligence, conflicts')
    .option('--config <dir>', 'folder with organization.yaml, law/ and vendors/', 'config')
    .option('--as-of <date>', 'the day on which dates are judged', today())
    .option('--format <format>', 'text, json or markdown', 'text')
    .action(async (options: ValidateOptions) => {
      const asOf = dateOption('--as-of', options.asOf);
      const render = await renderer(options.format);
      const { loadConfig } = await import('../../lib/config/load-config');
      const { evaluateGates } = await import('../../lib/gates/evaluate-gates');
      const result = evaluateGates(loadConfig(options.config), asOf);
      process.stdout.write(render(result));
      process.exitCode = result.vendors.every(({ open }) => open) ? 0 : 1;
    });
}

async function renderer(format: string) {
  switch (format) {
    case 'text':
      return (await import('../../lib/reports/gate-text')).renderGateText;
    case 'json':
      return (await import('../../lib/reports/gate-json')).renderGateJson;
    case 'markdown':
      return (await import('../../lib/reports/gate-markdown')).renderGateMarkdown;
    default:
      throw unusableOption('--format', format, 'text, json or markdown');
  }
}
