import { freeRanges } from '../../../lib/config/free-ranges.ts';

const using = (vpcCidr: string, clientCidr: string) => ({ network: { vpcCidr, clientCidr } });

test.each([
  ['nothing in use', [], '10.0.0.0/22', '10.128.0.0/22'],
  ['the first in use', [using('10.0.0.0/22', '10.128.0.0/22')], '10.0.4.0/22', '10.128.4.0/22'],
  [
    'a gap',
    [using('10.0.0.0/22', '10.128.0.0/22'), using('10.0.8.0/22', '10.128.8.0/22')],
    '10.0.4.0/22',
    '10.128.4.0/22',
  ],
  ['a large range in the way', [using('10.0.0.0/20', '10.128.0.0/12')], '10.0.16.0/22', '10.144.0.0/22'],
  ['a small range in the way', [using('10.0.1.0/24', '10.128.0.0/22')], '10.0.4.0/22', '10.128.4.0/22'],
  ['ranges elsewhere', [using('192.168.0.0/22', '172.16.0.0/20')], '10.0.0.0/22', '10.128.0.0/22'],
  ['a full half', [using('10.0.0.0/9', '10.128.0.0/22')], undefined, '10.128.4.0/22'],
])('%s', (_name, vendors, vpcCidr, clientCidr) => {
  expect(freeRanges(vendors)).toEqual({ vpcCidr, clientCidr });
});
