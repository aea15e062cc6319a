import { loadConfig } from '../../lib/config/load-config.ts';
import { firmFilesOf } from '../../lib/operations/synthesis/firm-files.ts';
import type { Assembly, VendorFile } from '../../policies/template/assembly.ts';
import { exampleAssembly } from '../support/example-assembly.ts';
import { heardBy } from '../support/heard-by.ts';

const { vendors: files = [] } = firmFilesOf(loadConfig('config'));
const assembly = exampleAssembly();

/** What a check says of the examples beside the vendors' files, where meridian's file is another. */
const heard = (rule: string, change: (file: VendorFile) => Partial<VendorFile> = () => ({})): string[] => {
  const vendors = files.map((file) => (file.vendor === 'meridian' ? { ...file, ...change(file) } : file));
  const compared: Assembly = { ...assembly, firm: { vendors } };
  return heardBy(rule, compared);
};

const vpn = 'LPO-NET-01/vpn-as-the-vendor-file-says';
const regions = 'LPO-JUR-01/stacks-inside-the-jurisdiction';

test('the examples are what the files say', () => {
  expect(files.map(({ vendor }) => vendor)).toEqual(['luzon', 'meridian']);
  expect(heard(vpn)).toEqual([]);
  expect(heard(regions)).toEqual([]);
});

test('a group that the file does not name', () => {
  expect(heard(vpn, ({ groups }) => ({ groups: groups.slice(1) }))).toEqual([
    expect.stringMatching(/^AccessGroupId: \S+, a group that the file of meridian does not name$/),
  ]);
});

test('another certificate for the server, or for devices', () => {
  const other = 'arn:aws:acm:eu-west-2:200000000001:certificate/other';
  expect(heard(vpn, ({ certificates }) => ({ certificates: { ...certificates, server: other } }))).toEqual([
    expect.stringMatching(/^ServerCertificateArn: arn:aws:acm:\S+$/),
  ]);
  expect(
    heard(vpn, ({ certificates }) => ({ certificates: { ...certificates, clientRoot: other } })),
  ).toEqual([
    expect.stringMatching(/^AuthenticationOptions.0.MutualAuthentication.ClientRootCertificateChainArn: /),
  ]);
});

test('an account that no file has', () => {
  expect(heard(vpn, () => ({ account: '999999999999' }))).toEqual([
    '-: no vendor’s file has the account 200000000001',
  ]);
});

test('a Region that the file does not name, in the same jurisdiction', () => {
  const found = heard(regions, () => ({ regions: ['eu-west-1'] }));
  expect(found.length).toBeGreaterThan(5);
  for (const each of found) expect(each).toBe('region: eu-west-2, which the file of meridian does not name');
});
