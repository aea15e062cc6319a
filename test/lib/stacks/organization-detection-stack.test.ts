import { loadConfig } from '../../../lib/config/load-config.ts';
import { assemblyOf } from '../../support/assembly-of.ts';
import { resourcesOf } from '../../support/resources-of.ts';

const config = loadConfig('config');
const { organization } = config;
const build = (value: boolean) =>
  assemblyOf({
    ...config,
    organization: {
      ...organization,
      managedByOrganization: {
        trail: false,
        guardDuty: value,
        macie: value,
        securityHub: value,
        config: value,
      },
    },
  });
const inSecurity = (assembly: ReturnType<typeof build>, type: string) =>
  resourcesOf(assembly, type).filter(({ stack }) => stack.startsWith('organization/Detection-'));

test('the security account is watched in every Region that holds a kill switch', () => {
  const assembly = build(false);
  const stacks = assembly.stacks.filter(({ id }) => id.startsWith('organization/Detection-'));
  expect(stacks.map(({ region }) => region).sort()).toEqual(
    [...new Set(config.vendors.map(({ region }) => region))].sort(),
  );
  for (const { account } of stacks) expect(account).toBe(organization.accounts.security);
  for (const type of ['AWS::GuardDuty::Detector', 'AWS::SecurityHub::Hub'])
    expect(inSecurity(assembly, type)).toHaveLength(stacks.length);
  expect(inSecurity(assembly, 'AWS::AccessAnalyzer::Analyzer')).toHaveLength(2 * stacks.length);
});

test('what the organization runs is not built a second time', () => {
  const assembly = build(true);
  for (const type of ['AWS::GuardDuty::Detector', 'AWS::SecurityHub::Hub'])
    expect(inSecurity(assembly, type)).toEqual([]);
});
