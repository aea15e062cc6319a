import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Finding, inputFinding, UnusableInputError } from '../../lib/model/finding.ts';
import { by } from '../../lib/model/order.ts';
import type { Assembly, StackTemplate } from './assembly.ts';
import { nameClashes } from './name-clashes.ts';
import { claimedTwice } from './path-problems.ts';
import { readAssets } from './read-assets.ts';
import { readFolder } from './read-folder.ts';
import { readManifest } from './read-manifest.ts';
import type { ReadStacks } from './read-stacks.ts';
import { readTemplate } from './read-template.ts';
import { Reading } from './reading.ts';
import { pathsInTemplate } from './template-facts.ts';

/**
 * Reads what shall be judged: one directory that `cdk synth` wrote, nested assemblies and nested stacks
 * included, or template files in JSON or YAML.
 *
 * @throws UnusableInputError with every problem of every file; also when there is no template at all.
 */
export function readAssembly(paths: string | readonly string[]): Assembly {
  const given = typeof paths === 'string' ? [paths] : paths;
  const reads = given.map(readPath);
  const problems = reads.flatMap((read) => read.problems);
  const stacks = reads.flatMap((read) => read.stacks).sort(by(({ id }) => id));
  problems.push(...duplicates(stacks), ...claimedTwice(stacks), ...nameClashes(stacks));
  if (problems.length === 0 && stacks.length === 0)
    problems.push(
      problem(given[0] ?? '', 'ASM-EMPTY', 'no template at all', 'at least one stack', 'synthesize first'),
    );
  if (problems.length > 0) throw new UnusableInputError(problems);
  const first = given[0] as string;
  const isFolder = statSync(first).isDirectory();
  const directory = isFolder ? first : dirname(first);
  return {
    ...{ directory, stacks, assets: readAssets(directory) },
    ...(isFolder && given.length === 1 && { folder: readFolder(first) }),
  };
}

function readPath(path: string): ReadStacks {
  if (!existsSync(path))
    return failed(
      problem(path, 'ASM-MISSING', 'nothing there', 'a directory or a template', 'check the path'),
    );
  if (!statSync(path).isDirectory()) return readTemplateFile(path);
  if (!existsSync(join(path, 'manifest.json')))
    return failed(
      problem(
        path,
        'ASM-NOT-AN-ASSEMBLY',
        'a folder without manifest.json',
        'a folder that `cdk synth` wrote, such as cdk.out',
        'run `npm run synth` first, or name the template files one by one',
      ),
    );
  return readManifest(path, new Reading(path));
}

function readTemplateFile(file: string): ReadStacks {
  const read = readTemplate(file);
  if ('problems' in read) return { stacks: [], problems: read.problems };
  const name = basename(file).replace(/(\.template)?\.(json|ya?ml)$/, '');
  const stack: StackTemplate = {
    id: basename(file),
    stackName: name,
    file,
    template: read.template,
    constructPaths: pathsInTemplate(read.template),
    acknowledgements: [],
  };
  return { stacks: [stack], problems: [] };
}

function duplicates(stacks: readonly StackTemplate[]): Finding[] {
  return stacks
    .filter((stack, index) => stacks[index - 1]?.id === stack.id)
    .map((stack) =>
      problem(stack.file, 'ASM-DUPLICATE', `a second stack ${stack.id}`, 'one of each', 'rename or drop one'),
    );
}

const failed = (one: Finding): ReadStacks => ({ stacks: [], problems: [one] });

const problem = (file: string, code: string, got: string, expected: string, fix: string): Finding =>
  inputFinding({ code, where: { file }, got, expected, fix });
