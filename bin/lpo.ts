import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { handleOutputErrors } from './terminal/output-errors.ts';
import { print, tell } from './terminal/print.ts';
import { refuseEmpty } from './terminal/refuse-empty.ts';
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

/** Version of the package: two folders up from its build, one from the sources. */
function version(): string {
  const root = import.meta.dirname.endsWith(join('dist', 'bin')) ? '../..' : '..';
  return JSON.parse(readFileSync(join(import.meta.dirname, root, 'package.json'), 'utf8')).version;
}

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('lpo')
    .description('Closed workspaces for legal outsourcing vendors: synthesize, check, prove.')
    .version(version(), '--version', 'print the version')
    .option('--debug', 'print the trace where lpo itself is at fault')
    .configureHelp({ minWidthToWrap: 30, subcommandTerm: withoutOptions })
    .configureOutput({ writeOut: print, writeErr: tell })
    .addHelpText(
      'afterAll',
      '\nExit codes: 0 fine, 1 findings or not finished, 2 unusable input, 3 a fault of lpo.',
    )
    .exitOverride()
    .showHelpAfterError('`lpo --help` lists the commands, `lpo COMMAND --help` what one takes.');
  let writes = false;
  program.hook('preAction', (_program, command) => {
    writes = isWriting(command);
    refuseEmpty(command);
  });
  try {
    await registerCommands(program);
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = reportError(error, writes);
  }
}

handleOutputErrors();
// Versions of the SDK are pinned; its advice on versions of Node is for those who raise them.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

await main(process.argv);
