import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { asText } from '../../lib/model/as-text.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Upload } from './assembly.ts';
import { pathInside } from './path-inside.ts';
import { readDocument } from './read-template.ts';
import type { Reading } from './reading.ts';
import { isObject } from './template-shape.ts';

/** Far above the asset manifest of a stack. */
const maxBytes = 10_000_000;

/** An upload whose role may still hold a placeholder for the partition. */
export type UnplacedUpload = Omit<Upload, 'role'> & { readonly role: unknown };

/** Files that the asset manifests among the dependencies of a stack have uploaded. */
export const readUploads = (
  directory: string,
  dependencies: unknown,
  artifacts: Readonly<Record<string, unknown>>,
  problems: Finding[],
  reading: Reading,
): UnplacedUpload[] =>
  (Array.isArray(dependencies) ? (dependencies as unknown[]) : []).flatMap((dependency) => {
    const id = asText(dependency);
    const artifact = Object.hasOwn(artifacts, id) ? artifacts[id] : undefined;
    if (!isObject(artifact) || artifact.type !== 'cdk:asset-manifest') return [];
    const file = pathInside(directory, isObject(artifact.properties) ? artifact.properties.file : undefined);
    // A manifest that is not there uploads nothing, and whoever asks for an upload finds none.
    if (file === undefined || !existsSync(file)) return [];
    const document = readDocument(file, reading.limits(maxBytes));
    if ('problems' in document) {
      problems.push(...document.problems);
      return [];
    }
    const { value } = document;
    const files = isObject(value) && isObject(value.files) ? Object.values(value.files) : [];
    return files.flatMap((one) => uploadsOf(directory, one, reading));
  });

function uploadsOf(directory: string, file: unknown, { root }: Reading): UnplacedUpload[] {
  if (!isObject(file) || !isObject(file.destinations)) return [];
  const path = isObject(file.source) ? file.source.path : undefined;
  // Staged files lie beside the assembly that is nested; whether they are there is all that is looked at.
  const isThere =
    typeof path === 'string' &&
    path !== '' &&
    pathInside(root, relative(root, join(directory, path))) !== undefined &&
    existsSync(join(directory, path));
  return Object.values(file.destinations).flatMap((destination) =>
    isObject(destination)
      ? [
          {
            bucket: asText(destination.bucketName),
            key: asText(destination.objectKey),
            role: destination.assumeRoleArn,
            isThere,
          },
        ]
      : [],
  );
}
