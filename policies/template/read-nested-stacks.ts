import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { StackTemplate, TemplateResource } from './assembly.ts';
import { pathInside } from './path-inside.ts';
import { readAssetManifest } from './read-asset-manifest.ts';
import type { ReadStacks } from './read-stacks.ts';
import { readTemplate } from './read-template.ts';
import { maxDepth, maxStacks, type Reading } from './reading.ts';
import { scalarText } from './resolve.ts';
import { pathsInTemplate } from './template-facts.ts';
import { isObject } from './template-shape.ts';

/**
 * Templates of `AWS::CloudFormation::Stack` resources that the CDK wrote beside the parent, at any depth.
 * One that lives elsewhere is no problem here; a control finds it, since nobody can judge what is not there.
 */
export function readNestedStacks(
  directory: string,
  artifactId: string,
  parent: StackTemplate,
  reading: Reading,
  above: readonly string[] = [],
): ReadStacks {
  const chain = [...above, parent.file];
  const stacks: StackTemplate[] = [];
  const problems: Finding[] = [];
  for (const [logicalId, resource] of Object.entries(parent.template.Resources ?? {})) {
    if (resource.Type !== 'AWS::CloudFormation::Stack') continue;
    const asset = assetOf(directory, artifactId, resource, reading);
    const file = pathInside(directory, asset);
    if (file === undefined) continue;
    const id = `${parent.id}/${logicalId}`;
    const end = chain.includes(file)
      ? problem(
          parent.file,
          `${id} is ${file}, in which it is nested`,
          'a template that does not hold itself',
        )
      : chain.length > maxDepth
        ? problem(parent.file, `${id}, nested ${chain.length} deep`, `at most ${maxDepth} levels`)
        : reading.isFull()
          ? problem(parent.file, `${id}, one stack too many`, `at most ${maxStacks} stacks`)
          : undefined;
    // One is enough: of what never ends there would be too many to print.
    if (end !== undefined) return { stacks, problems: [...problems, end] };
    const read = readTemplate(file, reading);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const stack: StackTemplate = {
      ...parent,
      id,
      file,
      template: read.template,
      constructPaths: pathsInTemplate(read.template),
      parameters: passedTo(resource),
      acknowledgements: [],
      annotations: [],
    };
    const deeper = readNestedStacks(directory, artifactId, stack, reading, chain);
    stacks.push(stack, ...deeper.stacks);
    problems.push(...deeper.problems);
    if (deeper.problems.some(({ code }) => code === 'ASM-NESTED')) break;
  }
  return { stacks, problems };
}

const problem = (file: string, got: string, expected: string): Finding =>
  inputFinding({
    ...{ code: 'ASM-NESTED', where: { file }, got, expected },
    fix: 'take the nested stack out, or deploy it as a stack of its own',
  });

/** Parameters of a nested stack as its parent gives them; a reference stays unknown. */
function passedTo({ Properties }: TemplateResource): Record<string, string | undefined> {
  const given = isObject(Properties?.Parameters) ? Properties.Parameters : {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, scalarText(value)]));
}

/** The CLI asks for asset metadata; without it the hash in the URL leads to the file. */
function assetOf(
  directory: string,
  artifactId: string,
  resource: TemplateResource,
  reading: Reading,
): unknown {
  const named = resource.Metadata?.['aws:asset:path'];
  if (named !== undefined) return named;
  const manifest = join(directory, `${artifactId}.assets.json`);
  if (!existsSync(manifest)) return undefined;
  const url = JSON.stringify(resource.Properties?.TemplateURL ?? '');
  return readAssetManifest(manifest, reading).files.find(({ id }) => url.includes(id))?.path;
}
