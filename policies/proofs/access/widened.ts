import { type AccessCase, allowEverything } from './access-case.ts';

/** The same case for a caller whose own policies allow everything and whose boundary is gone: guardrails decide alone. */
export const widened = ({ boundary: _, ...access }: AccessCase): AccessCase => ({
  ...access,
  identity: [allowEverything],
});
