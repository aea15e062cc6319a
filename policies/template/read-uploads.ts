import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { asText } from '../../lib/model/as-text.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Upload } from './assembly.ts';
import { pathInside } from './path-inside.ts';
import { readAssetManifest } from './read-asset-manifest.ts';
import type { Reading } from './reading.ts';
import { isObject } from './template-shape.ts';

/** Files that the asset manifests among the dependencies of a stack have uploaded; a role may hold a placeholder. */
export const readUploads = (
  directory: string,
  dependencies: unknown,
  artifacts: Readonly<Record<string, unknown>>,
  problems: Finding[],
  reading: Reading,
): Upload[] =>
  (Array.isArray(dependencies) ? (dependencies as unknown[]) : []).flatMap((dependency) => {
    const id = asText(dependency);
    const artifact = Object.hasOwn(artifacts, id) ? artifacts[id] : undefined;
    if (!isObject(artifact) || artifact.type !== 'cdk:asset-manifest') return [];
    const file = pathInside(directory, isObject(artifact.properties) ? artifact.properties.file : undefined);
    // A manifest that is not there uploads nothing, and whoever asks for an upload finds none.
    if (file === undefined || !existsSync(file)) return [];
    const read = readAssetManifest(file, reading);
    problems.push(...read.problems);
    return read.files.flatMap(({ path = '', destinations }) => {
      const isThere = isStaged(join(directory, path), path, reading);
      return destinations.map(({ bucket = 'none', key = 'none', role }) => ({
        bucket,
        key,
        ...(role !== undefined && { role }),
        isThere,
      }));
    });
  });

/** Staged files lie beside the assembly that is nested; whether they are there is all that is looked at. */
const isStaged = (place: string, path: string, { root }: Reading): boolean =>
  path !== '' && pathInside(root, relative(root, place)) !== undefined && existsSync(place);
