import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import type { Placed } from '../../../template/assembly-view.ts';

const stacks = (clientCidr: string, vpcCidr = '10.20.0.0/22'): ExampleStacks => ({
  'luzon/Network': { Vpc: vpc({ CidrBlock: '10.30.0.0/22' }) },
  'meridian/Network': { Vpc: vpc({ CidrBlock: vpcCidr }) },
  'meridian/Vpn': {
    Endpoint: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: { ClientCidrBlock: clientCidr } },
  },
});

/** Overlapping ranges make rules ambiguous and a later connection between vendors possible. */
export const check = assemblyCheck({
  control: 'LPO-NET-01',
  name: 'ranges-do-not-overlap',
  expected: 'no VPC range and no VPN client range overlaps another, over all vendors; every range is literal',
  fix: 'give each vendor ranges of its own',
  judge(view) {
    const ranges = [
      ...view.ofType('AWS::EC2::VPC').map((placed) => ({ placed, property: 'CidrBlock' })),
      ...view
        .ofType('AWS::EC2::ClientVpnEndpoint')
        .map((placed) => ({ placed, property: 'ClientCidrBlock' })),
    ].map((range) => ({ ...range, interval: intervalOf(range.placed.resource.text(range.property) ?? '') }));
    if (ranges.length === 0) return 'not applicable';
    const found: PlacedDeviation[] = [];
    const sorted = [...ranges].sort((a, b) => (a.interval?.[0] ?? 0) - (b.interval?.[0] ?? 0));
    let last: (typeof sorted)[number] | undefined;
    for (const range of sorted) {
      if (!range.interval)
        found.push(at(range.placed, range.property, range.placed.resource.show(range.property)));
      else if (last?.interval && range.interval[0] <= last.interval[1])
        found.push(
          at(
            range.placed,
            range.property,
            `${range.placed.resource.show(range.property)} overlaps ${last.placed.resource.show(last.property)} of ${last.placed.stack.id}`,
          ),
        );
      if (range.interval && (!last?.interval || range.interval[1] > last.interval[1])) last = range;
    }
    return found;
  },
  good: { apart: stacks('10.120.0.0/22') },
  bad: {
    'clients inside the VPC': stacks('10.20.0.0/22'),
    'clients around another vendor': stacks('10.16.0.0/12'),
    'two vendors on one range': stacks('10.120.0.0/22', '10.30.2.0/24'),
    'not literal': {
      'meridian/Network': { Vpc: vpc({ CidrBlock: { Ref: 'Cidr' } }) },
    },
  },
});

const at = ({ stack, resource }: Placed, property: string, got: string): PlacedDeviation => ({
  stack: stack.id,
  logicalId: resource.logicalId,
  property,
  got,
});

/** First and last address of a CIDR as numbers. */
function intervalOf(cidr: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr)?.slice(1).map(Number);
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match as [number, number, number, number, number];
  const size = 2 ** (32 - prefix);
  const start = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return [start, start + size - 1];
}
