import type { Command } from 'commander';
import { finish } from '../terminal/finish.ts';
import { asOfOption, configOption } from '../terminal/shared-options.ts';

export function register(program: Command): void {
  program
    .command('roster')
    .description('print who belongs into which group today, as JSON for the identity provider')
    .addOption(configOption())
    .addOption(asOfOption())
    .action(async ({ config, asOf }: { readonly config: string; readonly asOf: string }) => {
      const { loadConfig } = await import('../../lib/config/load-config.ts');
      const { visibleJson } = await import('../../lib/model/visible.ts');
      const { roster } = await import('../../lib/gates/roster.ts');
      finish(visibleJson({ asOf, groups: roster(loadConfig(config), asOf) }));
    });
}
