import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type PlacedDeviation } from '../../../authoring/check.ts';
import {
  exampleFolder,
  exampleHashes,
  withArtifact,
  withAssets,
} from '../../../authoring/fixtures/example-folder.ts';
import { placeOfArtifact } from '../../../reading/artifact-place.ts';
import { assetManifestOf, type PublishedPart, partsBefore } from '../../../reading/uploads-of.ts';
import type { Artifact, AssemblyFolder } from '../../../template/assembly-folder.ts';
import { bootstrapNames, bootstrapQualifier } from '../../../template/names.ts';

/** Fault of the place that a part is taken from: a file as it is, or a folder to make a zip of. */
function sourceFault(folder: AssemblyFolder, { place, packaging }: PublishedPart): string | undefined {
  if (place === undefined) return 'a path that leads out of the assembly';
  const isFile = folder.entries.some(({ path, kind }) => path === place && kind === 'file');
  const isFolder = folder.entries.some(({ path }) => path.startsWith(`${place}/`));
  if (packaging === 'file') return isFile ? undefined : 'no such file in the assembly';
  return isFolder ? undefined : 'no such folder in the assembly';
}

/** Ending of the object: that of the file, or of a zip. */
const endingOf = ({ packaging, path = '' }: PublishedPart): string =>
  packaging === 'zip' ? '.zip' : (/(\.[^./]+)$/.exec(path)?.[1] ?? '');

function faultsOf(folder: AssemblyFolder, stack: Artifact, part: PublishedPart): PlacedDeviation[] {
  const { account, region } = placeOfArtifact(stack);
  const executionRole =
    asText(stack.properties.cloudFormationExecutionRoleArn ?? '').split(':role/')[1] ?? '';
  const names = bootstrapNames(bootstrapQualifier(executionRole) ?? 'none', account, region);
  const at = { stack: part.manifest, property: `files.${part.id}` };
  const source = sourceFault(folder, part);
  const wanted = part.destinations.flatMap(({ id, bucket, key, role, region: to }) =>
    [
      { field: 'bucketName', got: bucket, expected: names.assets },
      { field: 'objectKey', got: key, expected: `${part.id}${endingOf(part)}` },
      {
        field: 'assumeRoleArn',
        got: role,
        expected: `arn:\${AWS::Partition}:iam::${account}:role/${names.publishingRole}`,
      },
      { field: 'region', got: to ?? region, expected: region },
    ]
      .filter(({ got, expected }) => got !== expected)
      .map(({ field, got = 'none', expected }) => ({
        ...{ ...at, property: `${at.property}.destinations.${id}.${field}`, got, expected },
      })),
  );
  return [
    ...(source === undefined ? [] : [{ ...at, property: `${at.property}.source.path`, got: source }]),
    ...wanted,
  ];
}

/** Asset manifests that no stack waits for would be published to wherever they say. */
const loose = (folder: AssemblyFolder, stacks: readonly Artifact[]): PlacedDeviation[] =>
  folder.artifacts
    .filter((artifact) => assetManifestOf(folder, artifact) !== undefined)
    .filter(
      ({ id, folder: at }) =>
        !stacks.some((stack) => stack.folder === at && [stack.value.dependencies].flat().includes(id)),
    )
    .map(({ id, manifest }) => ({
      ...{ stack: manifest, property: `artifacts.${id}`, got: 'an asset manifest that no stack depends on' },
    }));

/** Code that runs, and documents that it reads, are taken from here. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'assets-are-published-from-the-assembly',
  expected:
    'a file or folder of the assembly, to the bucket of the bootstrap of its stack, by its role, under its hash',
  fix: 'synthesize again, and deploy the whole assembly as it is',
  judge({ assembly: { folder } }) {
    const stacks = folder?.artifacts.filter(({ type }) => type === 'aws:cloudformation:stack') ?? [];
    if (folder === undefined || stacks.length === 0) return 'not applicable';
    const faults = stacks.flatMap((stack) =>
      partsBefore(folder, stack).flatMap((part) => faultsOf(folder, stack, part)),
    );
    return [...loose(folder, stacks), ...faults];
  },
  good: { 'as the CDK writes it': exampleFolder() },
  bad: {
    'another bucket': withAssets(({ files }) => {
      destinationOf(files).bucketName = 'elsewhere';
    }),
    'another key': withAssets(({ files }) => {
      destinationOf(files).objectKey = 'latest.zip';
    }),
    'another role': withAssets(({ files }) => {
      destinationOf(files).assumeRoleArn = 'arn:aws:iam::200000000001:role/mine';
    }),
    'no role': withAssets(({ files }) => {
      destinationOf(files).assumeRoleArn = undefined;
    }),
    'another Region': withAssets(({ files }) => {
      destinationOf(files).region = 'us-east-1';
    }),
    'a second place': withAssets(({ files }) => {
      files[exampleHashes.code].destinations.more = { ...destinationOf(files), bucketName: 'elsewhere' };
    }),
    'a path that leads out': withAssets(({ files }) => {
      files[exampleHashes.code].source.path = '../../etc';
    }),
    'a path from the root': withAssets(({ files }) => {
      files[exampleHashes.code].source.path = '/etc';
    }),
    'a folder that is not there': withAssets(({ files }) => {
      files[exampleHashes.code].source.path = '../asset.other';
    }),
    'a folder as a file': withAssets(({ files }) => {
      files[exampleHashes.code].source.packaging = 'file';
    }),
    'a manifest that no stack waits for': withArtifact((artifact) => {
      artifact.dependencies = [];
    }),
  },
});

type Files = Readonly<
  Record<string, { readonly destinations: Readonly<Record<string, Record<string, unknown>>> }>
>;

function destinationOf(files: Files): Record<string, unknown> {
  return Object.values(files[exampleHashes.code]?.destinations ?? {})[0] as Record<string, unknown>;
}
