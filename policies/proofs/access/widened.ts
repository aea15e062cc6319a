import { type AccessCase, allowEverything, openToEveryone } from './access-case.ts';

/** The same case for a caller whose own policies allow everything and whose boundary is gone: guardrails decide alone. */
export const widened = ({ boundary: _, ...access }: AccessCase): AccessCase => ({
  ...access,
  identity: [allowEverything],
});

/** The same case on a resource whose own policy lets everyone in, and of a bucket behind it. */
export const opened = (access: AccessCase): AccessCase => ({
  ...access,
  resourcePolicy: openToEveryone,
  ...(access.parentPolicy && { parentPolicy: openToEveryone }),
});
