import { mergeCidrs } from '../../../lib/constructs/network/merge-cidrs.ts';

const subnet = (index: number): string => `10.20.${Math.floor(index / 8)}.${(index % 8) * 32}/27`;
const subnets = (count: number): string[] => Array.from({ length: count }, (_, index) => subnet(index));

test.each([
  [1, ['10.20.0.0/27']],
  [2, ['10.20.0.0/26']],
  [3, ['10.20.0.0/26', '10.20.0.64/27']],
  [4, ['10.20.0.0/25']],
  [6, ['10.20.0.0/25', '10.20.0.128/26']],
  [8, ['10.20.0.0/24']],
])('%d subnets side by side are %j', (count, expected) => {
  expect(mergeCidrs(subnets(count))).toEqual(expected);
});

test('what lies apart, or is no half of one range, stays apart', () => {
  expect(mergeCidrs([subnet(1), subnet(2)])).toEqual([subnet(1), subnet(2)]);
  expect(mergeCidrs([subnet(0), subnet(3)])).toEqual([subnet(0), subnet(3)]);
  expect(mergeCidrs(['10.20.0.0/26', '10.20.0.64/27'])).toEqual(['10.20.0.0/26', '10.20.0.64/27']);
});
