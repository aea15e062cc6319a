import { canonicalJson } from '../ledger/canonical-json.ts';
import { hashOf } from '../ledger/ledger-record.ts';

/** Identity of a plan: SHA-256 of its canonical JSON, in hex. */
export const planHash = (plan: object): string => hashOf(canonicalJson(plan));
