import { z } from 'zod';
import { killSwitchRequestSchema } from '../../../model/evidence/check-request.ts';
import { openedSchema, readClockKey, settledSchema } from '../../../model/evidence/clock-records.ts';
import { custodyManifestSchema } from '../../../model/evidence/custody-manifest.ts';
import { readExhibitName } from '../../../model/evidence/exhibit-key.ts';
import { stepReportSchema } from '../../../model/evidence/step-report.ts';
import { type Finding, inputFinding, UnusableInputError } from '../../../model/finding.ts';
import { hashOf } from '../ledger-record.ts';
import type { LedgerEvent } from '../record-events.ts';

/** A file of a copy of the evidence, by its path in the bucket. */
export interface EvidenceFile {
  /** For example `incidents/inc-20a1f3/custody-manifest-0f….json`. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/**
 * Steps of incidents and drills, from a copy of the folders `incidents/` and `clocks/` of the evidence
 * bucket. Each record carries the hash of the file it was read from, so it can be held against the locked one.
 *
 * @throws UnusableInputError naming every file that is not understood, is missing, differs from its manifest or
 *   is about another vendor.
 */
export function incidentEvents(files: readonly EvidenceFile[], vendor: string, actor: string): LedgerEvent[] {
  const reading = new Reading(files, vendor, actor);
  const events = [...reading.clocks(), ...reading.suspensions()];
  reading.snapshots();
  const strange = files.filter(({ key }) => !reading.read.has(key));
  for (const { key } of strange)
    reading.refuse(key, 'a file no manifest names', 'evidence of an incident, whole and nothing else');
  if (files.length === 0) reading.refuse('the copy', 'no file', 'a copy of incidents/ or clocks/');
  if (reading.problems.length > 0) throw new UnusableInputError(reading.problems);
  return events;
}

class Reading {
  readonly read = new Set<string>();
  readonly problems: Finding[] = [];
  private readonly byKey: ReadonlyMap<string, EvidenceFile>;

  constructor(
    private readonly files: readonly EvidenceFile[],
    private readonly vendor: string,
    private readonly actor: string,
  ) {
    this.byKey = new Map(files.map((file) => [file.key, file]));
  }

  clocks(): LedgerEvent[] {
    const opened = this.each((key) => readClockKey(key) === 'opened', openedSchema).map(
      ({ key, value, evidence }) => {
        this.requireVendor(key, value);
        return this.step(value.incident, 'opened', `aware at ${value.awareAt}`, evidence);
      },
    );
    const settled = this.each((key) => readClockKey(key) === 'settled', settledSchema).map(
      ({ value, evidence }) => this.step(value.incident, `settled ${value.duty}`, value.outcome, evidence),
    );
    return [...opened, ...settled];
  }

  suspensions(): LedgerEvent[] {
    const manifests = this.each((key) => readExhibitName(key)?.kind === 'manifest', custodyManifestSchema);
    return manifests.flatMap(({ key, value, evidence }) => {
      const reports = value.files.flatMap(({ key: named, sha256 }) => this.report(key, named, sha256));
      if (!value.drill)
        return reports.map(({ step, outcome, hash }) => this.step(value.incident, step, outcome, hash));
      const failed = reports.filter(({ complete }) => !complete);
      return [
        {
          type: 'drill' as const,
          body: {
            event: `drill/${value.incident}/${evidence.slice(0, 32)}`,
            what: `kill switch ${value.incident}, asked ${value.requestedAt}`,
            outcome: failed.length === 0 ? ('passed' as const) : ('failed' as const),
            ...(failed.length > 0 && {
              finding: failed.map(({ step, outcome }) => `${step}: ${outcome}`).join('; '),
            }),
            evidence,
            actor: this.actor,
          },
        },
      ];
    });
  }

  /** Snapshots that steps took before they acted: named after their content, and told by the steps' own records. */
  snapshots(): void {
    for (const { key, bytes } of this.files) {
      const exhibit = readExhibitName(key);
      if (exhibit?.kind !== 'snapshot') continue;
      this.read.add(key);
      if (!hashOf(bytes).startsWith(exhibit.digest))
        this.refuse(key, `SHA-256 ${hashOf(bytes)}`, `${exhibit.digest}…, as it is named`);
    }
  }

  refuse(key: string, got: string, expected: string): void {
    const fix = 'copy the folder from the evidence bucket again, whole';
    this.problems.push(inputFinding({ code: 'LEDGER-EVIDENCE', where: { name: key }, got, expected, fix }));
  }

  /** Report in a file that a manifest names; the request itself is no step. */
  private report(manifest: string, key: string, sha256: string) {
    this.read.add(key);
    const file = this.byKey.get(key);
    if (!file) {
      this.refuse(key, 'no file', `the file that ${manifest} names`);
      return [];
    }
    const hash = hashOf(file.bytes);
    if (hash !== sha256) this.refuse(key, `SHA-256 ${hash}`, `${sha256}, as ${manifest} says`);
    if (readExhibitName(key)?.kind === 'request') {
      this.requireVendor(key, this.parse(file, killSwitchRequestSchema));
      return [];
    }
    const value = this.parse(file, stepReportSchema);
    if (!value) return [];
    const { step, status, done, already, failed } = value;
    const counts = `${done.length} done, ${already.length} already, ${failed.length} failed`;
    return [{ step, outcome: `${status}: ${counts}`, hash, complete: status !== 'incomplete' }];
  }

  private requireVendor(key: string, value: { readonly vendor: string } | undefined): void {
    if (value && value.vendor !== this.vendor)
      this.refuse(
        key,
        `evidence about ${value.vendor}`,
        `evidence about ${this.vendor}, whose ledger this is`,
      );
  }

  private step(incident: string, step: string, outcome: string, evidence: string): LedgerEvent {
    const event = `incident/${incident}/${evidence.slice(0, 32)}`;
    return { type: 'incident-step', body: { event, incident, step, outcome, evidence, actor: this.actor } };
  }

  private each<T>(isOne: (key: string) => boolean, schema: z.ZodType<T>) {
    return this.files
      .filter(({ key }) => isOne(key))
      .flatMap((file) => {
        this.read.add(file.key);
        const value = this.parse(file, schema);
        return value ? [{ key: file.key, value, evidence: hashOf(file.bytes) }] : [];
      });
  }

  private parse<T>(file: EvidenceFile, schema: z.ZodType<T>): T | undefined {
    try {
      return schema.parse(JSON.parse(Buffer.from(file.bytes).toString('utf8')));
    } catch (error) {
      const got =
        error instanceof z.ZodError
          ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
          : 'no JSON';
      this.refuse(file.key, got, 'a file as the clock or the kill switch writes it');
      return undefined;
    }
  }
}
