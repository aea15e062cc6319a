/**
 * CPU of one connect decision with a roster of 10,000, against the same decision with a roster of ten, and of
 * reading the roster at a cold start, against bare JSON.parse of the same bytes. Run:
 * `npm run bench:connect`
 */
import { createHash } from 'node:crypto';
import type { ConnectRequest } from '../lib/functions/connect/connect-request.ts';
import { decide } from '../lib/functions/connect/decide.ts';
import { parseRoster } from '../lib/functions/roster/parse-roster.ts';
import type { PublishedRoster } from '../lib/model/published-roster.ts';

const person = (n: number): string => `p-${n.toString(16).padStart(6, '0')}`;

function roster(size: number): PublishedRoster {
  const entries = Array.from({ length: size }, (_, n) => [
    person(n),
    {
      country: 'IN',
      sites: ['s-0001'],
      assignments: [{ matter: 'm-000001', function: 'reviewer', from: '2026-01-01', until: '2026-12-31' }],
      pastMatters: ['m-00000a', 'm-00000b'],
    },
  ]);
  return {
    format: 'lpo-roster/1',
    vendor: 'bench',
    groups: { g1: { matter: 'm-000001', function: 'reviewer' } },
    matters: { 'm-000001': { accessCountries: ['IN'] } },
    sites: { 's-0001': { country: 'IN', addresses: ['203.0.113.0/24'] } },
    walls: Array.from({ length: 20 }, (_, n) => ({ id: `w-${n}`, between: ['m-000001', `m-0000f${n}`] })),
    devices: { platforms: 'any' },
    people: Object.fromEntries(entries),
  };
}

const request = (n: number): ConnectRequest => ({
  'connection-id': 'cvpn-connection-1',
  'endpoint-id': 'cvpn-endpoint-1',
  'common-name': 'laptop',
  username: `${person(n)}@workspace.example`,
  platform: 'win',
  'public-ip': '203.0.113.9',
  groups: ['g1'],
  'schema-version': 'v2',
});

/** CPU milliseconds of one call, the mean of many. */
function cpuMs(times: number, work: (n: number) => void): number {
  for (let n = 0; n < times / 10; n += 1) work(n);
  const start = process.cpuUsage();
  for (let n = 0; n < times; n += 1) work(n);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}

const none = { vendor: false, person: false, matters: new Set<string>() };
const decision = (size: number): number => {
  const published = roster(size);
  return cpuMs(20_000, (n) => {
    if (!decide(request(n % size), published, none, '2026-06-15').allow) throw new Error('refused');
  });
};
const [small, large] = [decision(10), decision(10_000)];
const bytes = Buffer.from(JSON.stringify(roster(10_000)));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const bare = cpuMs(20, () => JSON.parse(bytes.toString('utf8')));
const read = cpuMs(20, () => parseRoster(bytes, sha256, 'bench'));

process.stdout.write(
  [
    `decision, roster of 10        ${small.toFixed(4)} ms CPU`,
    `decision, roster of 10,000    ${large.toFixed(4)} ms CPU  ${(large / small).toFixed(2)}x  (limit 5 ms)`,
    `bare JSON.parse of 10,000     ${bare.toFixed(1)} ms CPU`,
    `reading a roster of 10,000    ${read.toFixed(1)} ms CPU  ${(read / bare).toFixed(1)}x  once a cold start`,
    '',
  ].join('\n'),
);
process.exitCode = large < 5 ? 0 : 1;
