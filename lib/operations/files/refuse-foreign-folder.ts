import { lstatSync, readdirSync } from 'node:fs';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';

/** Folders and files that only synthesis names so. */
const parts = /^(asset\.|assembly-|bundling-temp-|\.cache$)/;

/** Files that stand beside a manifest. */
const files =
  /^(manifest\.json|cdk\.out|tree\.json|(policy-)?validation-report\.json|.+\.(assets|template|metadata)\.json|.+\.lock)$/;

/**
 * Refusal of a folder that synthesis must not empty: it must be new, empty or of an earlier synthesis, also of one
 * that died before its manifest.
 *
 * @throws UnusableInputError for a file, and for a folder with anything else in it.
 */
export function refuseForeignFolder(output: string): void {
  const stat = lstatSync(output, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const entries = stat.isDirectory() ? readdirSync(output) : undefined;
  const isWhole = entries?.includes('manifest.json') && entries.includes('cdk.out');
  const foreign = entries?.find((name) => !parts.test(name) && !(isWhole && files.test(name)));
  if (entries && foreign === undefined) return;
  throw new UnusableInputError([
    inputFinding({
      code: 'CLI-OUTPUT',
      where: { file: output },
      got: entries ? `a folder with ${foreign} in it` : 'something that is not a folder',
      expected: 'no folder yet, an empty one, or one that synthesis wrote: it is emptied first',
      fix: 'name another --output, or move away what is there',
    }),
  ]);
}
