import { connectDecision } from '../connect-decision.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a VPN connection across a wall',
  source: 'lib/functions/connect/connect-handler.ts',
  rings: () => ['WALL'].map(connectDecision),
  silent: () => ['ADMITTED', 'LAPSED', 'NO-GROUP'].map(connectDecision),
};
