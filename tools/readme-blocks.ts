import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monthlyCosts, renderMonthlyCosts } from '../lib/reports/monthly-costs.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';

const root = resolve(import.meta.dirname, '..');

/** Standard output of `lpo` with these arguments. @throws when it does not exit with 0 */
export type Run = (...argv: string[]) => Promise<string>;

/**
 * The parts of the README that are output of the program, by name, each from a real run.
 *
 * @param asOf the day the commands judge, YYYY-MM-DD.
 * @param run @default - in a process of its own
 */
export async function readmeBlocks(asOf: string, run: Run = inProcess): Promise<Map<string, string>> {
  const output = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const synth = await run('synth', '--output', output, '--as-of', asOf);
    return new Map([
      ['synth', fenced('npm run synth', shortened(synth))],
      ['controls', fenced('npx lpo controls', ends(await run('controls')))],
      ['validate', fenced('npx lpo validate', await run('validate', '--as-of', asOf))],
      ['prove', fenced('npx lpo prove cdk.out', firstStatement(await run('prove', output)))],
      ['costs', fence(renderMonthlyCosts(monthlyCosts(readAssembly(output), 'meridian')))],
    ]);
  } finally {
    rmSync(output, { recursive: true });
  }
}

/**
 * Closing lines of the whole suite, without its time.
 *
 * @throws when a test fails.
 */
export function suiteBlock(): string {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status, stderr } = spawnSync(process.execPath, [jest, '--silent'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the suite failed:\n${stderr.slice(-4000)}`);
  const summary = stderr.split('\n').filter((line) => /^(Test Suites|Tests):/.test(line));
  return fenced('npm test', summary.join('\n'));
}

/** Puts the blocks between their `<!-- name -->` and `<!-- /name -->`. */
export function withBlocks(readme: string, blocks: ReadonlyMap<string, string>): string {
  let text = readme;
  for (const [name, block] of blocks) {
    const place = new RegExp(`(<!-- ${name} -->\n)(?:[^]*?\n)??(<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`README.md has no <!-- ${name} --> … <!-- /${name} -->`);
    text = text.replace(place, (_all, open, close) => `${open}${block}\n${close}`);
  }
  return text;
}

async function inProcess(...argv: string[]): Promise<string> {
  const program = join(root, 'bin/lpo.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`lpo ${argv.join(' ')} exited with ${status}:\n${stdout}${stderr}`);
  return stdout.trimEnd();
}

const fence = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
const fenced = (command: string, text: string): string => fence(`$ ${command}\n${text}`);

/** Lists of accepted findings are long: of each its heading and its first entries, then the summary. */
function shortened(output: string): string {
  const blocks = output.split('\n\n').map((block) => {
    const [heading = '', ...entries] = block.split(/\n(?=\d+ )/);
    return / findings \(\d+\)$/.test(heading) ? [heading, ...entries.slice(0, 2), '…'].join('\n') : block;
  });
  return blocks.join('\n\n');
}

/** The first rows of a table, and what stands below it. */
function ends(output: string): string {
  const [table = '', below = ''] = output.split('\n\n');
  return [...table.split('\n').slice(0, 4), '…', '', below].join('\n');
}

/** The verdict and the first statement of the first chapter. */
function firstStatement(output: string): string {
  const [verdict = '', chapter = ''] = output.split('\n\n');
  const [title = '', first = ''] = chapter.split(/\n(?= {2}\S)/);
  return [verdict, '', title, first, '…'].join('\n');
}
