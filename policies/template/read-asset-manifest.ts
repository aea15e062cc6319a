import type { Finding } from '../../lib/model/finding.ts';
import { type PublishedFile, publishedFiles } from './published-files.ts';
import { readDocument } from './read-template.ts';
import type { Reading } from './reading.ts';

/** Far above the asset manifest of a stack. */
const maxBytes = 10_000_000;

/** Files that an asset manifest publishes, and what is wrong with the manifest. */
export interface ReadAssetManifest {
  readonly files: readonly PublishedFile[];
  readonly problems: readonly Finding[];
}

/** Reads an asset manifest of the CDK. Never throws for bad input. */
export function readAssetManifest(file: string, reading: Reading): ReadAssetManifest {
  const document = readDocument(file, reading.limits(maxBytes));
  return 'problems' in document
    ? { files: [], problems: document.problems }
    : { files: publishedFiles(document.value), problems: [] };
}
