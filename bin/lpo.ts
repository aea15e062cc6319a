import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { reportError } from './terminal/report-error.ts';
import { isWriting } from './terminal/writing-commands.ts';

/**
 * A command lives in `bin/commands/<name>.ts` and exports `register(program)`; the folder is the list. Its
 * action imports what it needs when it runs, so that `lpo --help` never loads the CDK.
 */
async function registerCommands(program: Command): Promise<void> {
  const folder = join(import.meta.dirname, 'commands');
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.d.ts')) continue;
    const command: { register(program: Command): void } = await import(
      pathToFileURL(join(folder, file)).href
    );
    command.register(program);
  }
}

/** The usage of a subcommand, short enough that its description fits beside it in 80 columns. */
const withoutOptions = (command: Command): string =>
  `${command.name()} ${command.usage().replace(/^\[options\] ?/, '')}`.trim();

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('lpo')
    .description('Closed workspaces for legal outsourcing vendors: synthesize, check, prove.')
    .configureHelp({ minWidthToWrap: 30, subcommandTerm: withoutOptions })
    .addHelpText(
      'afterAll',
      '\nExit codes: 0 fine, 1 findings or not finished, 2 unusable input, 3 a fault of lpo.',
    )
    .exitOverride()
    .showHelpAfterError();
  let writes = false;
  program.hook('preAction', (_program, command) => {
    writes = isWriting(command);
  });
  try {
    await registerCommands(program);
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = reportError(error, writes);
  }
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
// Versions of the SDK are pinned; its advice on versions of Node is for those who raise them.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

await main(process.argv);
