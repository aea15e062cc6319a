import fc from 'fast-check';
import { type ConnectRequest, longestReason } from '../../../../lib/functions/connect/connect-request.ts';
import { decide, type Suspensions } from '../../../../lib/functions/connect/decide.ts';
import type { PublishedRoster, RosterEntry } from '../../../../lib/model/published-roster.ts';
import { exampleRequest, exampleRoster } from './example-roster.ts';

const nothing: Suspensions = { vendor: false, person: false, matters: new Set() };
const today = '2026-06-15';
const first = exampleRoster.people['p-0a1b2c'] as RosterEntry;

const withPerson = (change: Partial<RosterEntry>): PublishedRoster => ({
  ...exampleRoster,
  people: { ...exampleRoster.people, 'p-0a1b2c': { ...first, ...change } },
});
const asked = (change: Partial<ConnectRequest>): ConnectRequest => ({ ...exampleRequest, ...change });

test('admits the person on the roster, with matters, site and country', () => {
  expect(decide(exampleRequest, exampleRoster, nothing, today)).toEqual({
    allow: true,
    person: 'p-0a1b2c',
    site: 's-b10c',
    siteChecked: true,
    country: 'IN',
    matters: ['m-7f3a9c'],
  });
});

test.each<[string, Partial<ConnectRequest>]>([
  ['the last day', {}],
  ['an IPv6 address of the site', { 'public-ip': '2001:db8::1' }],
  ['an IPv4 address written as IPv6', { 'public-ip': '::ffff:203.0.113.9' }],
  ['groups of other applications beside', { groups: ['everyone', 'g-lit-reviewer'] }],
  ['the person id in capitals', { username: 'P-0A1B2C@workspace.example' }],
])('admits %s', (_, change) => {
  expect(decide(asked(change), exampleRoster, nothing, '2026-12-31').allow).toBe(true);
});

const refusals: [
  string,
  string,
  Partial<ConnectRequest>,
  PublishedRoster?,
  Partial<Suspensions>?,
  string?,
][] = [
  ['an unknown person', 'NOT-ON-ROSTER', { username: 'p-999999@workspace.example' }],
  ['a name instead of an id', 'NOT-ON-ROSTER', { username: 'a.person@vendor.example' }],
  ['the name of a JavaScript property', 'NOT-ON-ROSTER', { username: '__proto__@x' }],
  ['the day after the last', 'LAPSED', {}, undefined, undefined, '2027-01-01'],
  ['the day before the first', 'LAPSED', {}, undefined, undefined, '2025-12-31'],
  ['no group of the workspace', 'NO-GROUP', { groups: ['everyone'] }],
  ['a group called constructor', 'NO-GROUP', { groups: ['constructor'] }],
  ['a group for another function', 'GROUP-BEYOND-ROSTER', { groups: ['g-lit-reviewer', 'g-lit-lead'] }],
  ['a group of another matter', 'GROUP-BEYOND-ROSTER', { groups: ['g-ma-reviewer'] }],
  ['an address of no site', 'PLACE', { 'public-ip': '192.0.2.1' }],
  ['an address of another site', 'PLACE', { 'public-ip': '198.51.100.7' }],
  ['no address', 'PLACE', { 'public-ip': '' }],
  ['a person moved to another country', 'COUNTRY', {}, withPerson({ country: 'PH' })],
  [
    'a country the matter is closed to',
    'COUNTRY',
    {},
    { ...exampleRoster, matters: { 'm-7f3a9c': { accessCountries: ['GB'] } } },
  ],
  ['a matter nobody published', 'COUNTRY', {}, { ...exampleRoster, matters: {} }],
  ['another device', 'DEVICE', { 'common-name': 'laptop-0043' }],
  ['another platform', 'DEVICE', { platform: 'android' }],
  ['no platform', 'DEVICE', { platform: '' }],
  ['an old client', 'DEVICE', { 'client-openvpn-version': '2.5.3' }],
  ['a client that does not say', 'DEVICE', { 'client-openvpn-version': undefined }],
  ['a client that talks nonsense', 'DEVICE', { 'client-openvpn-version': '9.x' }],
  ['someone with a past beyond the wall', 'WALL', {}, withPerson({ pastMatters: ['m-2be41d'] })],
  [
    'someone with a lapsed assignment beyond the wall',
    'WALL',
    {},
    withPerson({
      assignments: [
        ...first.assignments,
        { matter: 'm-2be41d', function: 'reviewer', from: '2025-01-01', until: '2025-02-01' },
      ],
    }),
  ],
  ['a suspended vendor', 'SUSPENDED', {}, undefined, { vendor: true }],
  ['a suspended person', 'SUSPENDED', {}, undefined, { person: true }],
  ['a suspended matter', 'SUSPENDED', {}, undefined, { matters: new Set(['m-7f3a9c']) }],
];

for (const [who, code, change, roster, suspensions, day] of refusals)
  test(`refuses ${who}: ${code}`, () => {
    const state = { ...nothing, ...suspensions };
    const decision = decide(asked(change), roster ?? exampleRoster, state, day ?? today);
    expect(decision).toMatchObject({ allow: false, code });
  });

test('whatever is asked, a refusal fits the 255 characters Client VPN shows and no stranger gets in', () => {
  const text = fc.string({ maxLength: 600 });
  fc.assert(
    fc.property(text, text, text, fc.array(text), (username, platform, ip, groups) => {
      const request = asked({ username, platform, 'public-ip': ip, groups: [...groups, 'g-lit-reviewer'] });
      const decision = decide(request, exampleRoster, nothing, today);
      if (decision.allow) expect(username.toLowerCase()).toMatch(/^p-0a1b2c@/);
      else expect(decision.reason.length).toBeLessThanOrEqual(longestReason);
    }),
  );
  const long = decide(asked({ platform: 'x'.repeat(900) }), exampleRoster, nothing, today);
  expect(long).toMatchObject({ allow: false, code: 'DEVICE' });
  expect(long.allow || long.reason).toHaveLength(longestReason);
});
