import { messageOf } from '../../model/as-text.ts';
import { checkRequest } from '../../model/evidence/check-request.ts';
import { custodyManifestSchema } from '../../model/evidence/custody-manifest.ts';
import { readExhibitName } from '../../model/evidence/exhibit-key.ts';
import { readReport } from '../../model/evidence/step-report.ts';
import { type Finding, UnusableInputError } from '../../model/finding.ts';
import type { KillSwitchRequest, StepReport } from '../../model/kill-switch.ts';
import { hashOf } from '../ledger/ledger-record.ts';
import { reinstatementFinding } from './reinstatement-plan.ts';

/** A run of the switch, as it was captured. */
export interface CapturedRun {
  readonly request: KillSwitchRequest;
  readonly reports: readonly StepReport[];
  /** SHA-256 of the custody manifest. */
  readonly manifest: string;
}

/** Snapshot a step took before it acted, also in a try that died. */
export interface Snapshot {
  readonly step: string;
  readonly before: unknown;
}

export interface Evidence {
  readonly runs: readonly CapturedRun[];
  readonly snapshots: readonly Snapshot[];
}

/**
 * The runs of an incident, and what their steps found, from a copy of its folder in the evidence bucket.
 *
 * @param files text of each file by its name without the folder.
 * @throws UnusableInputError when a file is missing, was changed, or is named by no manifest.
 */
export function readEvidence(
  files: ReadonlyMap<string, string>,
  place: string,
  { incident, vendor, matters }: { incident: string; vendor: string; matters: readonly string[] },
): Evidence {
  const problems: Finding[] = [];
  const fault = (file: string, got: string, expected: string) =>
    problems.push(
      reinstatementFinding(
        'REINSTATE-EVIDENCE',
        `${place}/${file}`,
        got,
        expected,
        'copy the folder from the bucket again',
      ),
    );
  const manifests = [...files.keys()].filter((name) => readExhibitName(name)?.kind === 'manifest').sort();
  if (manifests.length === 0) fault('', 'no custody manifest', `the files below incidents/${incident}/`);
  const named = new Set(manifests);
  const runs = manifests.flatMap((name) => {
    const text = files.get(name) ?? '';
    const parsed = custodyManifestSchema.safeParse(json(text));
    if (!parsed.success || parsed.data.incident !== incident || !bearsItsHash(name, text)) {
      fault(name, 'no custody manifest of this incident', 'the manifest as it was captured');
      return [];
    }
    const contents = parsed.data.files.map(({ key, sha256 }) => {
      const base = key.split('/').at(-1) ?? key;
      named.add(base);
      const body = files.get(base);
      if (body === undefined) fault(base, 'no such file', `the file that ${name} names`);
      else if (hashOf(body) !== sha256) fault(base, `SHA-256 ${hashOf(body)}`, sha256);
      return { step: readExhibitName(base)?.step ?? base, body: body ?? '' };
    });
    const request = json(contents.find(({ step }) => step === 'request')?.body ?? '');
    try {
      return [
        {
          request: checkRequest(request, vendor, matters),
          reports: contents
            .filter(({ step }) => step !== 'request')
            .map(({ step, body }) => readReport(step, json(body))),
          manifest: hashOf(text),
        },
      ];
    } catch (error) {
      fault(name, messageOf(error), 'a request of this vendor');
      return [];
    }
  });
  const snapshots = [...files].flatMap(([name, body]) => {
    const exhibit = readExhibitName(name);
    if (exhibit?.kind !== 'snapshot') return [];
    named.add(name);
    if (!bearsItsHash(name, body)) fault(name, `SHA-256 ${hashOf(body)}`, `${exhibit.digest}…`);
    const before = json(body);
    if (before === undefined) fault(name, 'no JSON', 'what the step found, as it was captured');
    return [{ step: exhibit.step, before }];
  });
  // A run that died before its manifest leaves files that bear the hash of what they hold.
  for (const name of files.keys())
    if (!named.has(name) && !bearsItsHash(name, files.get(name) ?? ''))
      fault(name, 'a file that no manifest names', 'the captured files only');
  if (problems.length > 0) throw new UnusableInputError(problems);
  return { runs, snapshots };
}

const bearsItsHash = (name: string, text: string): boolean =>
  readExhibitName(name)?.digest === hashOf(text).slice(0, 16);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
