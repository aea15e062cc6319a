import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asText } from '../../lib/model/as-text.ts';
import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { Acknowledgement, Annotation, Deployment, StackTemplate, Upload } from './assembly.ts';
import { partitionOf } from './partition.ts';
import { pathInside } from './path-inside.ts';
import { claimedElsewhere } from './path-problems.ts';
import { readNestedStacks } from './read-nested-stacks.ts';
import type { ReadStacks } from './read-stacks.ts';
import { readDocument, readTemplate } from './read-template.ts';
import { readUploads } from './read-uploads.ts';
import { maxStacks, type Reading } from './reading.ts';
import { pathsInTemplate } from './template-facts.ts';
import { isObject } from './template-shape.ts';

/** Generous for thousands of stacks; a metadata file may carry many stack traces. */
const maxManifestBytes = 200_000_000;

/** Far above IAM's 6,144 characters of a managed policy, white space apart. */
const maxPolicyBytes = 100_000;

const manifestFinding = (file: string, got: string, expected: string): Finding =>
  inputFinding({
    code: 'ASM-MANIFEST',
    where: { file },
    got,
    expected,
    fix: 'synthesize the assembly again',
  });

/** Every stack a manifest names, those of nested assemblies and of nested stacks included. */
export function readManifest(directory: string, reading: Reading): ReadStacks {
  const file = join(directory, 'manifest.json');
  const document = readDocument(file, reading.limits(maxManifestBytes));
  if ('problems' in document) return { stacks: [], problems: document.problems };
  const stacks: StackTemplate[] = [];
  const problems: Finding[] = [];
  const fail = (got: string, expected: string) => problems.push(manifestFinding(file, got, expected));
  const add = (read: ReadStacks) => {
    stacks.push(...read.stacks);
    problems.push(...read.problems);
  };
  const artifacts = isObject(document.value) ? document.value.artifacts : undefined;
  if (!isObject(artifacts)) {
    fail('no artifacts', 'a cloud assembly manifest with artifacts');
    return { stacks, problems };
  }
  const policies = new ExecutionPolicies(directory, problems, reading);
  for (const [id, artifact] of Object.entries(artifacts)) {
    const properties = isObject(artifact) && isObject(artifact.properties) ? artifact.properties : {};
    const type = isObject(artifact) ? artifact.type : undefined;
    if (type === 'cdk:cloud-assembly') {
      const inner = pathInside(directory, properties.directoryName);
      if (inner === undefined)
        fail(`${id}.directoryName ${asText(properties.directoryName)}`, 'a folder inside');
      else if (reading.entered(inner))
        fail(`${id}.directoryName ${asText(properties.directoryName)}`, 'a folder that nothing else names');
      else add(readManifest(inner, reading));
    } else if (type === 'aws:cloudformation:stack') {
      const template = pathInside(directory, properties.templateFile);
      if (template === undefined)
        fail(`${id}.templateFile ${asText(properties.templateFile)}`, 'a file inside');
      else if (reading.isFull()) {
        fail(`${id}, one stack too many`, `at most ${maxStacks} stacks`);
        break;
      } else {
        const described = artifact as Record<string, unknown>;
        const read = readStack(directory, id, described, properties, template, reading);
        const uploads = readUploads(directory, described.dependencies, artifacts, problems, reading);
        const before = { after: stacksBefore(described.dependencies, artifacts), uploads };
        add({ ...read, stacks: read.stacks.map((stack) => deployed(stack, properties, before, policies)) });
      }
    }
  }
  return { stacks, problems };
}

function readStack(
  directory: string,
  artifactId: string,
  artifact: Record<string, unknown>,
  properties: Record<string, unknown>,
  file: string,
  reading: Reading,
): ReadStacks {
  const read = readTemplate(file, reading);
  if ('problems' in read) return { stacks: [], problems: read.problems };
  const metadata = readMetadata(directory, artifact, reading);
  if ('problems' in metadata) return { stacks: [], problems: metadata.problems };
  const id = stackId(artifactId, artifact);
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(asText(artifact.environment ?? '')) ?? [];
  const stack: StackTemplate = {
    id,
    stackName: asText(properties.stackName ?? artifactId),
    ...(account && !account.startsWith('unknown') ? { account } : {}),
    ...(region && !region.startsWith('unknown') ? { region } : {}),
    file,
    template: read.template,
    constructPaths: { ...pathsInTemplate(read.template), ...metadata.paths },
    terminationProtection: properties.terminationProtection === true,
    parameters: strings(properties.parameters),
    acknowledgements: metadata.acknowledgements,
    annotations: metadata.annotations,
  };
  const nested = readNestedStacks(directory, artifactId, stack, reading);
  const stacks = [stack, ...nested.stacks];
  return { stacks, problems: [...nested.problems, ...stacks.flatMap((each) => claimedElsewhere(id, each))] };
}

interface Metadata {
  readonly paths: Readonly<Record<string, string>>;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly annotations: readonly Annotation[];
}

/** Construct metadata stands in a file of its own since 2025 and inside the manifest before. */
function readMetadata(
  directory: string,
  artifact: Record<string, unknown>,
  reading: Reading,
): Metadata | { readonly problems: readonly Finding[] } {
  const sources: unknown[] = [artifact.metadata];
  if (artifact.additionalMetadataFile !== undefined) {
    const file = pathInside(directory, artifact.additionalMetadataFile);
    if (file === undefined)
      return {
        problems: [
          manifestFinding(
            join(directory, 'manifest.json'),
            `additionalMetadataFile ${asText(artifact.additionalMetadataFile)}`,
            'a file inside',
          ),
        ],
      };
    const document = readDocument(file, reading.limits(maxManifestBytes));
    if ('problems' in document) return document;
    sources.push(document.value);
  }
  const paths: Record<string, string> = {};
  const acknowledgements: Acknowledgement[] = [];
  const annotations: Annotation[] = [];
  for (const [path, entries] of sources.flatMap((source) =>
    isObject(source) ? Object.entries(source) : [],
  )) {
    const constructPath = path.replace(/^\//, '');
    for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
      if (!isObject(entry)) continue;
      if (entry.type === 'aws:cdk:logicalId') paths[asText(entry.data)] = constructPath;
      if (entry.type === 'aws:cdk:warning' || entry.type === 'aws:cdk:error')
        annotations.push({
          path: constructPath,
          level: entry.type === 'aws:cdk:error' ? 'error' : 'warning',
          text: asText(entry.data),
        });
      if (entry.type === 'aws:cdk:acknowledged-rules' && isObject(entry.data))
        for (const [id, reason] of Object.entries(entry.data))
          acknowledgements.push({
            path: constructPath,
            id: id.replace(/^annotation::/i, ''),
            reason: asText(reason),
          });
    }
  }
  return { paths, acknowledgements, annotations };
}

const strings = (value: unknown): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, asText(text)]))
    : {};

/** Id of a stack: its path among the constructs. */
const stackId = (artifactId: string, artifact: Readonly<Record<string, unknown>>): string =>
  asText(artifact.displayName ?? artifactId).replace(/ \(.*\)$/, '');

const stacksBefore = (dependencies: unknown, artifacts: Readonly<Record<string, unknown>>): string[] =>
  (Array.isArray(dependencies) ? (dependencies as unknown[]) : []).flatMap((dependency) => {
    const id = asText(dependency);
    const artifact = Object.hasOwn(artifacts, id) ? artifacts[id] : undefined;
    return isObject(artifact) && artifact.type === 'aws:cloudformation:stack' ? [stackId(id, artifact)] : [];
  });

/** The policies that execution roles are given, by account: files beside the manifest. */
class ExecutionPolicies {
  private readonly read = new Map<string, unknown>();

  constructor(
    private readonly directory: string,
    private readonly problems: Finding[],
    private readonly reading: Reading,
  ) {}

  of(account: string): unknown {
    if (!this.read.has(account)) this.read.set(account, this.load(account));
    return this.read.get(account);
  }

  private load(account: string): unknown {
    const file = join(this.directory, 'bootstrap', `${account}.json`);
    if (!/^\d{12}$/.test(account)) return undefined;
    if (!existsSync(file)) return undefined;
    const document = readDocument(file, this.reading.limits(maxPolicyBytes));
    if (!('problems' in document)) return document.value;
    this.problems.push(...document.problems);
    return undefined;
  }
}

function deployed(
  stack: StackTemplate,
  properties: Readonly<Record<string, unknown>>,
  { after, uploads }: { readonly after: readonly string[]; readonly uploads: readonly Upload[] },
  policies: ExecutionPolicies,
): StackTemplate {
  const { account = '', region } = stack;
  const partition = partitionOf(region)?.name ?? 'aws';
  const arn = (role: unknown): string | undefined =>
    typeof role === 'string' ? role.replaceAll(/\$\{AWS::Partition\}/g, partition) : undefined;
  const executionRole = arn(properties.cloudFormationExecutionRoleArn);
  const deployRole = arn(properties.assumeRoleArn);
  const policy = policies.of(account);
  const [, assets, templateKey] =
    /^s3:\/\/([^/]+)\/(.*)$/.exec(asText(properties.stackTemplateAssetObjectUrl ?? '')) ?? [];
  const { requiresBootstrapStackVersion: version, bootstrapStackVersionSsmParameter: parameter } = properties;
  const deployment: Deployment = {
    after,
    uploads: uploads.map(({ role, ...upload }) => {
      const uploader = arn(role);
      return { ...upload, ...(uploader !== undefined && { role: uploader }) };
    }),
    ...(executionRole !== undefined && { executionRole }),
    ...(deployRole !== undefined && { deployRole }),
    ...(assets !== undefined && { assets }),
    ...(templateKey !== undefined && { templateKey }),
    ...(version !== undefined && { bootstrap: { version: Number(version), parameter: asText(parameter) } }),
    ...(policy !== undefined && { policy }),
  };
  return { ...stack, deployment };
}
