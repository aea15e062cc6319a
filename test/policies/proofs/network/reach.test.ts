import fc from 'fast-check';
import {
  difference,
  everyAddress,
  formatIpv4,
  type Interval,
  type Ipv4Set,
  intersection,
  ipv4Block,
} from '../../../../policies/proofs/network/ipv4-set.ts';
import type { Network, Route } from '../../../../policies/proofs/network/network.ts';
import { waysOut } from '../../../../policies/proofs/network/reach.ts';

const place = { stack: '', logicalId: '', path: '' };
const block = (cidr: string): Interval => ipv4Block(cidr) as Interval;
const route = (written: string, via: string, target: string, table = 'rtb'): Route => ({
  table,
  destination: block(written),
  written,
  via,
  target,
  place: { ...place, logicalId: written },
});

const network = (routes: readonly Route[], more: Partial<Network> = {}): Network => ({
  vpcs: [{ id: 'vpc', blocks: [block('10.0.0.0/16')], place }],
  subnets: [
    { id: 'a', vpc: 'vpc', block: block('10.0.0.0/24'), label: 'A', routeTable: 'rtb' },
    { id: 'n', vpc: 'vpc', block: block('10.0.9.0/24'), label: 'N', routeTable: 'public' },
  ],
  routes,
  aclEntries: [],
  rules: [],
  vpns: [],
  endpoints: [],
  nats: new Map(),
  peerings: new Map(),
  ...more,
});

const from = (made: Network) => waysOut(made, made.subnets[0] as Network['subnets'][number]);
const covers = (set: Ipv4Set, address: number): boolean =>
  set.some(([first, last]) => first <= address && address <= last);

test('local routes alone lead nowhere', () => {
  expect(from(network([]))).toEqual([]);
});

test('the longest prefix wins, exactly', () => {
  const ways = from(
    network([route('0.0.0.0/0', 'GatewayId', 'igw-1'), route('8.8.0.0/16', 'TransitGatewayId', 'tgw-1')]),
  );
  const reaches = (to: string): Ipv4Set => ways.find((way) => way.to.includes(to))?.addresses ?? [];
  expect(covers(reaches('transit'), 0x08080808)).toBe(true);
  expect(covers(reaches('internet'), 0x08080808)).toBe(false);
  expect(covers(reaches('internet'), 0x09090909)).toBe(true);
  expect(covers(reaches('internet'), block('10.0.4.0/24')[0])).toBe(false);
});

test('a route more specific than the VPC carves out of it', () => {
  const [way] = from(
    network([route('10.0.7.0/24', 'VpcPeeringConnectionId', 'pcx-1')], {
      peerings: new Map([['pcx-1', ['vpc', 'vpc-other']]]),
    }),
  );
  expect(way?.to).toContain('vpc-other');
  expect(way?.addresses).toEqual([block('10.0.7.0/24')]);
});

test('a NAT gateway is as good as the routes of its own subnet', () => {
  const nats = new Map([['nat-1', 'n']]);
  const outward = route('0.0.0.0/0', 'NatGatewayId', 'nat-1');
  expect(from(network([outward], { nats }))).toEqual([]);
  const [way] = from(network([outward, route('0.0.0.0/0', 'GatewayId', 'igw-1', 'public')], { nats }));
  expect(way?.to).toBe('the internet');
  expect(way?.hops.join(' ')).toMatch(/nat-1.*subnet N.*igw-1/);
});

test('two NAT gateways in a circle end', () => {
  const nats = new Map([
    ['nat-1', 'n'],
    ['nat-2', 'a'],
  ]);
  const circle = [
    route('0.0.0.0/0', 'NatGatewayId', 'nat-1'),
    route('0.0.0.0/0', 'NatGatewayId', 'nat-2', 'public'),
  ];
  expect(from(network(circle, { nats }))).toEqual([]);
});

describe('sets of addresses', () => {
  const cidr = fc
    .tuple(fc.nat(0xffff_ffff), fc.integer({ min: 0, max: 32 }))
    .map(([at, length]) => `${formatIpv4(at)}/${length}`);
  const set = fc
    .array(cidr, { maxLength: 4 })
    .map((list) => list.reduce<Ipv4Set>((sum, one) => [...difference(sum, [block(one)]), block(one)], []));

  test('intersection and difference hold for every address', () => {
    fc.assert(
      fc.property(set, set, fc.nat(0xffff_ffff), (a, b, address) => {
        expect(covers(intersection(a, b), address)).toBe(covers(a, address) && covers(b, address));
        expect(covers(difference(a, b), address)).toBe(covers(a, address) && !covers(b, address));
      }),
      { numRuns: 500 },
    );
  });

  test('a block holds its own addresses', () => {
    expect(block('10.20.0.64/27')).toEqual([0x0a140040, 0x0a14005f]);
    expect(ipv4Block('2001:db8::/32')).toBeUndefined();
    expect(ipv4Block('10.0.0.0/33')).toBeUndefined();
    expect(difference(everyAddress, everyAddress)).toEqual([]);
  });
});
