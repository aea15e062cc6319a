import { z } from 'zod';

const id = z.string().min(1).max(200);
const reason = z.string().min(1).max(2000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const matter = id.optional().describe('Absent when the whole vendor is meant.');
/** ARN of whoever did it, session name included. */
const actor = id;

/**
 * What each type of record says. Ids only: names of clients, parties and people stay out of the ledger.
 *
 * A new type is one entry here.
 */
export const recordBodies = {
  'gate-decision': z.strictObject({
    gate: id,
    decision: z.enum(['allow', 'refuse']),
    matter,
    rules: z.array(id),
    actor,
  }),
  deploy: z.strictObject({ assembly: sha256, stacks: z.array(id).min(1), commit: id, actor }),
  exception: z.strictObject({ rule: id, matter, reason, approver: id, expires: z.iso.date(), actor }),
  drill: z.strictObject({
    what: id,
    outcome: z.enum(['passed', 'failed']),
    finding: reason.optional(),
    actor,
  }),
  'incident-step': z.strictObject({ incident: id, step: id, outcome: id, actor }),
  release: z.strictObject({
    matter: id,
    object: sha256,
    requester: id,
    approvers: z.array(id).min(1),
    actor,
  }),
  destruction: z.strictObject({
    plan: sha256,
    step: id,
    key: id.optional(),
    detail: z.record(z.string(), z.json()),
    actor,
  }),
  'incident-release': z.strictObject({
    plan: sha256,
    step: id,
    key: id.optional(),
    detail: z.record(z.string(), z.json()),
    actor,
  }),
  checkpoint: z.strictObject({
    algorithm: z.enum(['ECDSA_SHA_256', 'ECDSA_SHA_384']),
    keyArn: id,
    /** Base64 of the DER signature. */
    signature: z.base64(),
  }),
} as const;

export type RecordType = keyof typeof recordBodies;
export type RecordBody<T extends RecordType> = z.infer<(typeof recordBodies)[T]>;

export const recordTypes: ReadonlySet<string> = new Set(Object.keys(recordBodies));
