import { z } from 'zod';
import { canonicalJson } from '../ledger/canonical-json.ts';

/**
 * A DSSE envelope: a payload, its type, and signatures over both.
 * @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md
 */
const envelopeSchema = z.object({
  payload: z.base64(),
  payloadType: z.string(),
  signatures: z.array(z.object({ keyid: z.string().optional(), sig: z.base64() })).min(1),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** An envelope; undefined for any other text. */
export function parseEnvelope(text: string): Envelope | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Bytes that a signature of an envelope is over: its pre-authentication encoding. */
export const signedBytes = (payloadType: string, payload: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `),
    payload,
  ]);

/** Text of an envelope with one signature. */
export const envelopeText = (
  payloadType: string,
  payload: Uint8Array,
  { keyid, sig }: { readonly keyid: string; readonly sig: Uint8Array },
): string =>
  `${canonicalJson({
    payload: Buffer.from(payload).toString('base64'),
    payloadType,
    signatures: [{ keyid, sig: Buffer.from(sig).toString('base64') }],
  } satisfies Envelope)}\n`;
