import type { Sample } from './tripwire.ts';

/** A line of the function that decides on VPN connections; a code says why. */
export const connectDecision = (code: string): Sample => ({
  what: `a connection: ${code}`,
  sent: {
    by: 'log',
    log: 'connect',
    line: {
      event: 'connect-decision',
      connection: 'cvpn-connection-0a1b2c3d4e5f6a7b8',
      endpoint: 'cvpn-endpoint-0a1b2c3d4e5f6a7b8',
      allow: code === 'ADMITTED',
      code,
      person: 'p-1a2b3c',
      publicIp: '198.51.100.7',
    },
  },
  decides: ['event', 'code', 'allow'],
});
