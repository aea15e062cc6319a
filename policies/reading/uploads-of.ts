import type { Artifact, AssemblyFolder } from '../template/assembly-folder.ts';
import type { Destination, PublishedFile } from '../template/published-files.ts';

/** A file that an asset manifest publishes, and where from. */
export interface PublishedPart extends PublishedFile {
  /** Asset manifest, by its path below the assembly. */
  readonly manifest: string;
  /** Path of the file below the assembly; undefined where that leads out. */
  readonly place: string | undefined;
}

/** Asset manifest of an artifact, by its path below the assembly; undefined for another artifact. */
export const assetManifestOf = (folder: AssemblyFolder, artifact: Artifact): string | undefined =>
  artifact.type === 'cdk:asset-manifest'
    ? folder.place(artifact.folder, artifact.properties.file)
    : undefined;

/** Files that every asset manifest of an assembly publishes. */
export const publishedParts = (folder: AssemblyFolder): PublishedPart[] =>
  folder.artifacts.flatMap((artifact) => partsOf(folder, artifact));

/** Files that are published before a stack is deployed. */
export function partsBefore(folder: AssemblyFolder, stack: Artifact): PublishedPart[] {
  const before = new Set([stack.value.dependencies].flat());
  return folder
    .artifactsIn(stack.folder)
    .filter(({ id }) => before.has(id))
    .flatMap((artifact) => partsOf(folder, artifact));
}

function partsOf(folder: AssemblyFolder, artifact: Artifact): PublishedPart[] {
  const manifest = assetManifestOf(folder, artifact);
  return manifest === undefined
    ? []
    : folder
        .published(manifest)
        .map((file) => ({ ...file, manifest, place: folder.place(artifact.folder, file.path) }));
}

/** Address of a file that is published. */
export const addressOf = ({ bucket, key }: Destination): string => `s3://${bucket}/${key}`;
