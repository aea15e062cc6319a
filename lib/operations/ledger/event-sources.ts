import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readAssembly } from '../../../policies/template/read-assembly.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadExceptions } from '../../config/load-exceptions.ts';
import { requireVendor } from '../../config/require-vendor.ts';
import { requireBytes } from '../../files/require-bytes.ts';
import { evaluateGates } from '../../gates/evaluate-gates.ts';
import { unusableOption } from '../../model/unusable-option.ts';
import { deployEvent } from './events/deploy-event.ts';
import { exceptionEvents } from './events/exception-events.ts';
import { gateEvent } from './events/gate-event.ts';
import { type EvidenceFile, incidentEvents } from './events/incident-events.ts';
import type { LedgerEvent } from './record-events.ts';

/** Events to record, once it is known who records them. @throws UnusableInputError for input that says nothing */
export type EventSource = (actor: string) => readonly LedgerEvent[];

/** Source of gate decisions about a vendor on a day. */
export const gateSource =
  (directory: string, vendor: string, asOf: string): EventSource =>
  (actor) => {
    const config = loadConfig(directory);
    requireVendor(config, vendor);
    const gates = evaluateGates(config, asOf).vendors.filter((gate) => gate.vendor === vendor);
    return gates.map((gate) => gateEvent(gate, asOf, actor));
  };

/** Exceptions and waivers in force at a vendor on a day. */
export const exceptionSource =
  (directory: string, vendor: string, asOf: string): EventSource =>
  (actor) => {
    const exceptions = loadExceptions(join(directory, 'exceptions.yaml'), false);
    return exceptionEvents(exceptions, requireVendor(loadConfig(directory), vendor), asOf, actor);
  };

/** A vendor's stacks of an assembly that were deployed. */
export const deploySource =
  (assembly: string, vendor: string, run: { readonly event: string; readonly commit: string }): EventSource =>
  (actor) => {
    if (!/^[0-9a-f]{7,64}$/.test(run.commit))
      throw unusableOption('--commit', run.commit, 'the hash of a commit, 7 to 64 hexadecimal digits');
    const event = deployEvent(readAssembly(assembly), vendor, { ...run, actor });
    if (event.body.stacks.length === 0)
      throw unusableOption('<vendor>', vendor, `a vendor with stacks in ${assembly}`);
    return [event];
  };

export interface Drill {
  readonly event: string;
  readonly what: string;
  readonly outcome: 'passed' | 'failed';
  readonly finding?: string;
}

/** A drill that was held. */
export const drillSource =
  (directory: string, vendor: string, { event, what, outcome, finding }: Drill): EventSource =>
  (actor) => {
    requireVendor(loadConfig(directory), vendor);
    return [
      { type: 'drill', body: { event: `drill/${event}`, what, outcome, ...(finding && { finding }), actor } },
    ];
  };

/** Steps of incidents and drills, from a copy of `incidents/` and `clocks/` of the evidence bucket. */
export const incidentSource =
  (copy: string, vendor: string): EventSource =>
  (actor) =>
    incidentEvents(evidenceFiles(copy), vendor, actor);

/** Every file below a folder, by its path as the bucket has it. */
function evidenceFiles(copy: string): EvidenceFile[] {
  if (!statSync(copy, { throwIfNoEntry: false })?.isDirectory())
    throw unusableOption('<copy>', copy, 'a folder that holds incidents/ or clocks/, copied from the bucket');
  const limits = { family: 'EVIDENCE', maxBytes: 500_000_000, within: copy, links: 'refused' } as const;
  return readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ key: relative(copy, file).split(sep).join('/'), bytes: requireBytes(file, limits) }));
}
