import { longestReason } from './connect-request.ts';

export const refusalCodes = [
  'BAD-REQUEST',
  'DEVICE',
  'GROUP-BEYOND-ROSTER',
  'LAPSED',
  'NO-GROUP',
  'NOT-ON-ROSTER',
  'PLACE',
  'COUNTRY',
  'SUSPENDED',
  'UNDECIDABLE',
  'WALL',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly allow: false;
  readonly code: RefusalCode;
  /** Text for the user, with the code in front; at most 255 characters. */
  readonly reason: string;
  readonly person?: string;
}

export function refuse(code: RefusalCode, text: string, person?: string): Refusal {
  const reason = `${code}: ${text}`;
  return {
    allow: false,
    code,
    reason: reason.length > longestReason ? `${reason.slice(0, longestReason - 1)}…` : reason,
    ...(person ? { person } : {}),
  };
}
