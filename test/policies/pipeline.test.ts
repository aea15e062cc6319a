import { loadExceptions } from '../../lib/config/load-exceptions.ts';
import { formatPlace } from '../../lib/model/finding.ts';
import { evaluate } from '../../policies/pipeline.ts';
import type { Assembly, TemplateResource } from '../../policies/template/assembly.ts';
import { exampleAssembly } from '../support/example-assembly.ts';

const assembly = exampleAssembly();
/** What becomes of acknowledgements, exceptions and annotations is the same for one vendor. */
const oneVendor = exampleAssembly('meridian');
const exceptions = loadExceptions('config/exceptions.yaml', true);
const asOf = '2026-12-01';
const check = (of: Assembly, more = {}) => evaluate(of, { asOf, exceptions, cloudFormation: false, ...more });
const rules = (of: Assembly, more = {}) => [...new Set(check(of, more).findings.map(({ code }) => code))];

/** The assembly with one resource of a type changed. */
function planted(
  type: string,
  change: (resource: TemplateResource) => TemplateResource | undefined,
): Assembly {
  let done = false;
  return {
    ...assembly,
    stacks: assembly.stacks.map((stack) => {
      const found = done
        ? undefined
        : Object.entries(stack.template.Resources ?? {}).find(([, { Type }]) => Type === type);
      if (!found) return stack;
      done = true;
      const { [found[0]]: resource, ...rest } = stack.template.Resources ?? {};
      const changed = change(resource as TemplateResource);
      const Resources = { ...rest, ...(changed ? { [found[0]]: changed } : {}) };
      return { ...stack, template: { ...stack.template, Resources } };
    }),
  };
}

const set = (type: string, properties: Record<string, unknown>) =>
  planted(type, (resource) => ({ ...resource, Properties: { ...resource.Properties, ...properties } }));

describe('the shipped examples', () => {
  const result = check(assembly);

  test('have no finding', () => {
    expect(result.findings).toEqual([]);
  });

  test('were looked at by every source', () => {
    expect(result.runs.map(({ source }) => source)).toEqual([
      'LPO controls',
      'cdk-nag, templates read',
      'AwsSolutions',
      'NIST.800.53.R5',
      'proofs',
    ]);
    for (const { source, evaluations } of result.runs)
      expect([source, evaluations > (source === 'cdk-nag, templates read' ? 30 : 100)]).toEqual([
        source,
        true,
      ]);
  });

  test('acknowledge with an owner and a date each', () => {
    expect(result.acknowledged.length).toBeGreaterThan(50);
    for (const { owner, reviewBy } of result.acknowledged) {
      expect(owner).not.toBe('aws-cdk-lib');
      expect(reviewBy).toMatch(/^20\d\d-/);
    }
  });
});

test.each([
  [
    'a public subnet',
    set('AWS::EC2::Subnet', { MapPublicIpOnLaunch: true }),
    'LPO-NET-01/no-public-addresses',
  ],
  [
    'an all-groups rule',
    set('AWS::EC2::ClientVpnAuthorizationRule', { AuthorizeAllGroups: true }),
    'LPO-NET-01/vpn-reaches-narrowly',
  ],
  ['a split tunnel', set('AWS::EC2::ClientVpnEndpoint', { SplitTunnel: true }), 'LPO-WKS-01/vpn-full-tunnel'],
  [
    'a day-long session',
    set('AWS::EC2::ClientVpnEndpoint', { SessionTimeoutHours: 24 }),
    'LPO-IDN-03/vpn-session-ends',
  ],
  [
    'no log validation',
    set('AWS::CloudTrail::Trail', { EnableLogFileValidation: false }),
    'LPO-LOG-02/trail-tamper-evident',
  ],
  [
    'a multi-Region key',
    set('AWS::KMS::Key', { MultiRegion: true }),
    'LPO-JUR-01/keys-and-data-single-region',
  ],
  ['no rotation', set('AWS::KMS::Key', { EnableKeyRotation: false }), 'LPO-DAT-01/key-rotation-on'],
  [
    'a root key statement',
    set('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::200000000002:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    }),
    'LPO-DAT-01/account-only-reads-key-settings',
  ],
  [
    'an internet gateway',
    planted('AWS::EC2::RouteTable', () => ({ Type: 'AWS::EC2::InternetGateway' })),
    'LPO-NET-01/no-way-out-of-the-vpc',
  ],
  [
    'an SCP that is a text',
    set('AWS::Organizations::Policy', { Content: '{}' }),
    'LPO-JUR-01/organization-policies-fit',
  ],
  [
    'a role without a boundary',
    set('AWS::IAM::Role', { PermissionsBoundary: undefined }),
    'LPO-IDN-02/role-has-boundary',
  ],
  [
    'an IAM user',
    planted('AWS::KMS::Alias', () => ({ Type: 'AWS::IAM::User' })),
    'LPO-IDN-01/no-users-or-access-keys',
  ],
])('%s is found and named', (_name, weakened, rule) => {
  const findings = check(weakened, { controls: [rule.split('/')[0]] }).findings.filter(
    (one) => one.code === rule,
  );
  expect(findings).not.toEqual([]);
  for (const { where, got, expected, fix } of findings)
    for (const text of [formatPlace(where), got, expected, fix]) expect(text).not.toBe('');
});

test('without its exception the finding comes back', () => {
  expect(rules(oneVendor, { exceptions: [] })).toContain('NIST.800.53.R5-LambdaDLQ');
});

test('without its acknowledgement the finding comes back', () => {
  const silent = {
    ...oneVendor,
    stacks: oneVendor.stacks.map((stack) => ({ ...stack, acknowledgements: [] })),
  };
  expect(rules(silent)).toContain('AwsSolutions-VPC3');
});

test('an acknowledgement past its review date is a finding', () => {
  expect(rules(oneVendor, { asOf: '2030-01-01' })).toEqual(
    expect.arrayContaining(['acknowledgement-past-review', 'exception-expired']),
  );
});

test('the same assembly gives the same findings in the same order', () => {
  const weakened = set('AWS::KMS::Key', { EnableKeyRotation: false, MultiRegion: true });
  const shuffled = { ...weakened, stacks: [...weakened.stacks].reverse() };
  const only = { controls: ['LPO-DAT-01', 'LPO-JUR-01'] };
  expect(check(shuffled, only).findings).toEqual(check(weakened, only).findings);
});

test('a warning or an error that a construct left behind is a finding', () => {
  const [first, ...rest] = oneVendor.stacks as [Assembly['stacks'][number], ...Assembly['stacks']];
  const annotations = [
    { path: `${first.id}/A`, level: 'warning' as const, text: 'it is old [ack: @aws-cdk/aws-x:old]' },
    { path: `${first.id}/B`, level: 'error' as const, text: 'it is wrong' },
  ];
  const { findings } = check({ ...oneVendor, stacks: [{ ...first, annotations }, ...rest] });
  expect(findings.map(({ code, severity, got, where }) => [code, severity, got, formatPlace(where)])).toEqual(
    [
      ['cdk:error', 'high', 'it is wrong', `${first.id}/B`],
      ['@aws-cdk/aws-x:old', 'medium', 'it is old', `${first.id}/A`],
    ],
  );
});
