import type { Tripwire } from './tripwire.ts';
import * as files from './tripwires/index.ts';

/** Every tripwire, in the order of its files. */
export const allTripwires: readonly Tripwire[] = Object.values(
  files as Readonly<Record<string, { readonly tripwire: Tripwire }>>,
).map(({ tripwire }) => tripwire);
