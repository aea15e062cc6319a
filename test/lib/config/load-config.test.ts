import { readFileSync } from 'node:fs';
import { loadConfig } from '../../../lib/config/load-config.ts';
import type { FilePlace } from '../../../lib/model/finding.ts';
import { ConfigFolder } from './config-folder.ts';

describe('loadConfig', () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());

  test('reads the shipped configuration, vendors sorted by slug', () => {
    const config = loadConfig(folder.path);
    expect(config.vendors.map(({ vendor }) => vendor)).toEqual(['luzon', 'meridian']);
    expect(config.organization.organizationId).toBe('o-a1b2c3d4e5');
    expect(config.identityProviderMetadata.access).toContain('https://idp.example.com/saml/aws-roles');
    expect(config.identityProviderMetadata.vpn).toContain('https://idp.example.com/saml/aws-vpn');
  });

  test('names every problem of every file at once, ordered by place', () => {
    folder
      .replace('organization.yaml', 'homeRegion: eu-west-2', 'homeRegion: eu-west-9')
      .replace('vendors/luzon.yaml', 'owner:', 'ownr:')
      .replace('vendors/meridian.yaml', 'vpcCidr: 10.20.0.0/22', 'vpcCidr: 11.0.0.0/22')
      .replace('vendors/meridian.yaml', '"2027-09-30"', '30.9.27');
    expect(
      folder
        .problems()
        .map(({ where, code }) => `${(where as FilePlace).file.slice(folder.path.length + 1)} ${code}`),
    ).toEqual([
      'organization.yaml CFG-UNKNOWN-REGION',
      'vendors/luzon.yaml CFG-UNKNOWN-FIELD',
      'vendors/meridian.yaml CFG-DATE',
    ]);
  });

  test('follows a link that stays inside the folder', () => {
    folder.write('real.txt', readFileSync(folder.file('vendors/luzon.yaml')));
    folder.link('vendors/luzon.yaml', '../real.txt');
    expect(folder.problems()).toEqual([]);
  });

  test("lets the firm's own people work with several vendors", () => {
    const [entry] =
      / {2}- id: p-c2d94e[\s\S]*?(?=\n {2}- id: )/.exec(folder.read('vendors/luzon.yaml')) ?? [];
    const here = (entry ?? '').replaceAll('m-c90e15', 'm-7f3a9c').replaceAll('m-58d7b2', 'm-2be41d');
    folder.replace('vendors/meridian.yaml', '\npeople:\n', `\npeople:\n${here}\n`);
    expect(folder.problems()).toEqual([]);
  });

  test('does not depend on the order in which files were written', () => {
    const before = JSON.stringify(loadConfig(folder.path));
    const text = readFileSync(folder.file('vendors/luzon.yaml'));
    folder.drop('vendors/luzon.yaml').write('vendors/luzon.yaml', text);
    expect(JSON.stringify(loadConfig(folder.path))).toBe(before);
  });
});
