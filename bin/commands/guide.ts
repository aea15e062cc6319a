import type { Command } from 'commander';
import { finish } from '../terminal/finish.ts';
import { printFormatOption } from '../terminal/format-option.ts';
import { configOption } from '../terminal/shared-options.ts';

interface GuideOptions {
  readonly config: string;
  readonly format: 'text' | 'markdown' | 'json';
}

export function register(program: Command): void {
  program
    .command('guide <vendor>')
    .description('print the first deployment of a vendor as commands, with the values of the configuration')
    .addOption(configOption())
    .addOption(printFormatOption('text', 'markdown', 'json'))
    .action(async (vendor: string, { config, format }: GuideOptions) => {
      const { makeGuide } = await import('../../lib/operations/guide/make-guide.ts');
      const { guideRenderers } = await import('../../lib/operations/guide/render-guide.ts');
      finish(guideRenderers[format](makeGuide(vendor, config)));
    });
}
