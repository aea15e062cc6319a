import { evidencePrefixes } from '../evidence-prefixes.ts';

/** Kinds of files that the kill switch leaves: what was asked, found, done, and the list of it all. */
export type ExhibitKind = 'request' | 'snapshot' | 'report' | 'manifest';

/** A file of evidence: its kind, the step it is of, and the first 16 digits of the SHA-256 of its content. */
export interface ExhibitName {
  readonly kind: ExhibitKind;
  /** Step of a snapshot or report; else the name of the kind. */
  readonly step: string;
  readonly digest: string;
}

const manifest = 'custody-manifest';
const before = '-before';
const pattern = new RegExp(`^(?:${evidencePrefixes.incidents}/[^/]+/)?([^/]+)-([0-9a-f]{16})\\.json$`);

/** Key in the evidence bucket. A file is named after its content: a second run adds and never replaces. */
export function exhibitKey(incident: string, kind: ExhibitKind, step: string, sha256: string): string {
  const name = { request: 'request', manifest, report: step, snapshot: `${step}${before}` }[kind];
  return `${evidencePrefixes.incidents}/${incident}/${name}-${sha256.slice(0, 16)}.json`;
}

/** Kind of exhibit, from a key or the name of a file; undefined for the name of no exhibit. */
export function readExhibitName(key: string): ExhibitName | undefined {
  const [, name, digest] = pattern.exec(key) ?? [];
  if (name === undefined || digest === undefined) return undefined;
  if (name === 'request') return { kind: 'request', step: name, digest };
  if (name === manifest) return { kind: 'manifest', step: name, digest };
  return name.endsWith(before)
    ? { kind: 'snapshot', step: name.slice(0, -before.length), digest }
    : { kind: 'report', step: name, digest };
}
