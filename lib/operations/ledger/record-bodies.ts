import { z } from 'zod';
import { sha256 } from '../../model/ids.ts';

const id = z.string().min(1).max(200);
const reason = z.string().min(1).max(2000);
const matter = id.optional().describe('Absent when the whole vendor is meant.');
/** ARN of whoever did it, session name included. */
const actor = id;
/** Identity of an event: recorded twice, it is one record. */
const event = z.string().regex(/^[\w.:/@+=-]{1,200}$/, 'an id of letters, digits and ._:/@+=-');

/** A step of a plan that people approved. */
const planStep = z.strictObject({
  plan: sha256,
  step: id,
  key: id.optional(),
  detail: z.record(z.string(), z.json()),
  actor,
});

/**
 * Bodies of each type of record. Ids only: names of clients, parties and people stay out of the ledger.
 *
 * A new type is one entry here.
 */
export const recordBodies = {
  'gate-decision': z.strictObject({
    event,
    gate: id,
    /** The day for which it was asked. */
    asOf: z.iso.date(),
    decision: z.enum(['allow', 'refuse']),
    matter,
    /** Those that shut the gate. */
    rules: z.array(id),
    /** Of the gate's whole answer, in canonical JSON. */
    report: sha256,
    actor,
  }),
  deploy: z.strictObject({ event, assembly: sha256, stacks: z.array(id).min(1), commit: id, actor }),
  exception: z.strictObject({
    event,
    rule: id,
    /** Construct path the exception is for; absent for a waiver of a gate. */
    path: id.optional(),
    matter,
    reason,
    approver: id,
    expires: z.iso.date(),
    actor,
  }),
  drill: z.strictObject({
    event,
    what: id,
    outcome: z.enum(['passed', 'failed']),
    finding: reason.optional(),
    /** Of the evidence it was read from. */
    evidence: sha256.optional(),
    actor,
  }),
  'incident-step': z.strictObject({
    event,
    incident: id,
    step: id,
    outcome: id,
    evidence: sha256.optional(),
    actor,
  }),
  release: z.strictObject({
    event,
    matter: id,
    object: sha256,
    requester: id,
    approvers: z.array(id).min(1),
    actor,
  }),
  destruction: planStep,
  reinstatement: planStep,
  checkpoint: z.strictObject({
    algorithm: z.enum(['ECDSA_SHA_256', 'ECDSA_SHA_384']),
    keyArn: id,
    /** Base64 of the DER signature. */
    signature: z.base64(),
  }),
} as const;

/** Records of something that happened outside the ledger, and can be reported more than once. */
export type EventType = Exclude<RecordType, 'checkpoint' | 'destruction' | 'reinstatement'>;
export type RecordType = keyof typeof recordBodies;
export type RecordBody<T extends RecordType> = z.infer<(typeof recordBodies)[T]>;

export const recordTypes: ReadonlySet<string> = new Set(Object.keys(recordBodies));
