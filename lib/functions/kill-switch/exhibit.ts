import { createHash } from 'node:crypto';
import { type ExhibitKind, exhibitKey } from '../../model/evidence/exhibit-key.ts';
import { describe, type Outcome, unlessAlready } from './step-report.ts';
import type { SwitchParts } from './switch-parts.ts';

/** A file of evidence and its key in the bucket. */
export interface Exhibit {
  readonly key: string;
  readonly body: string;
  readonly sha256: string;
}

/** @param step of a report or snapshot. @default - the kind itself */
export function exhibit(incident: string, kind: ExhibitKind, content: unknown, step: string = kind): Exhibit {
  const body = JSON.stringify(content);
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { key: exhibitKey(incident, kind, step, sha256), body, sha256 };
}

/** Puts it under legal hold; one that is there already is the same one. */
export const putExhibit = (
  { evidence, evidenceBucket }: SwitchParts,
  { key, body }: Exhibit,
  abortSignal?: AbortSignal,
): Promise<Outcome> =>
  unlessAlready(
    evidence.putObject(
      {
        Bucket: evidenceBucket,
        Key: key,
        Body: body,
        ContentType: 'application/json',
        IfNoneMatch: '*',
        ObjectLockLegalHoldStatus: 'ON',
      },
      abortSignal ? { abortSignal } : {},
    ),
    'PreconditionFailed',
  );

/** Containment does not wait longer for its own record. */
const patienceMs = 3_000;

/**
 * Writes down what a step found before it changes anything: a try that dies half-way leaves no report, and
 * the next one finds closed what this one closed.
 *
 * @returns what a reader should know when it could not be written; the step goes on all the same.
 */
export async function writeBefore(
  parts: SwitchParts,
  incident: string,
  step: string,
  before: unknown,
): Promise<string | undefined> {
  try {
    await putExhibit(parts, exhibit(incident, 'snapshot', before, step), AbortSignal.timeout(patienceMs));
    return undefined;
  } catch (error) {
    return `what was there before could not be written down: ${describe(error)}`;
  }
}
