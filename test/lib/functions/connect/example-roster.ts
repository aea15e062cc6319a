import type { PublishedRoster } from '../../../../lib/model/published-roster.ts';

/** A small roster with one of everything. */
export const exampleRoster: PublishedRoster = {
  format: 'lpo-roster/1',
  vendor: 'meridian',
  groups: {
    'g-lit-reviewer': { matter: 'm-7f3a9c', function: 'reviewer' },
    'g-lit-lead': { matter: 'm-7f3a9c', function: 'qcLead' },
    'g-ma-reviewer': { matter: 'm-2be41d', function: 'reviewer' },
  },
  matters: { 'm-7f3a9c': { accessCountries: ['IN', 'GB'] }, 'm-2be41d': { accessCountries: ['GB'] } },
  sites: {
    's-b10c': { country: 'IN', addresses: ['203.0.113.0/24', '2001:db8::/48'] },
    's-1010': { country: 'GB', addresses: ['198.51.100.7/32'] },
  },
  walls: [{ id: 'w-1a2b', between: ['m-7f3a9c', 'm-2be41d'] }],
  devices: { platforms: ['win', 'mac'], minimumClientVersion: '2.5.4' },
  people: {
    'p-0a1b2c': {
      country: 'IN',
      sites: ['s-b10c'],
      assignments: [{ matter: 'm-7f3a9c', function: 'reviewer', from: '2026-01-01', until: '2026-12-31' }],
      pastMatters: [],
      devices: ['laptop-0042'],
    },
    'p-ffee01': {
      country: 'GB',
      sites: ['s-1010'],
      assignments: [{ matter: 'm-2be41d', function: 'reviewer', from: '2026-01-01', until: '2026-06-30' }],
      pastMatters: ['m-7f3a9c'],
    },
  },
};

/** Client VPN's question for the first person of the roster, from the right place with the right device. */
export const exampleRequest = {
  'connection-id': 'cvpn-connection-0123456789abcdef0',
  'endpoint-id': 'cvpn-endpoint-0123456789abcdef0',
  'common-name': 'laptop-0042',
  username: 'p-0a1b2c@workspace.example',
  platform: 'win',
  'platform-version': '10.0.22631',
  'public-ip': '203.0.113.9',
  'client-openvpn-version': '2.6.12',
  groups: ['g-lit-reviewer'],
  'schema-version': 'v2' as const,
};
