import { connectDecision } from '../connect-decision.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a VPN connection beyond the roster',
  source: 'lib/functions/connect/connect-handler.ts',
  rings: () => ['GROUP-BEYOND-ROSTER'].map(connectDecision),
  silent: () => ['ADMITTED', 'LAPSED', 'NO-GROUP'].map(connectDecision),
};
