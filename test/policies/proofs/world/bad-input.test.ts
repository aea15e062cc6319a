import { proveAssembly } from '../../../../policies/proofs/prove-assembly.ts';
import { isProved } from '../../../../policies/proofs/report/conclusion.ts';
import { proofJson } from '../../../../policies/proofs/report/json.ts';
import { proofText } from '../../../../policies/proofs/report/text.ts';
import type { Assembly } from '../../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';
import { Garden, type Json } from '../holes/garden.ts';
import {
  bucketPolicy,
  control,
  keyPolicy,
  matterStack,
  network,
  one,
  personRole,
  vpn,
} from '../holes/places.ts';

let meridian: Assembly;
beforeAll(() => {
  meridian = exampleAssembly('meridian');
});

const inAccess = (garden: Garden, properties: Json): void => {
  garden.resources('meridian/Access').Planted = { Type: 'AWS::IAM::Role', Properties: properties };
};

/** What the reader cannot understand is a named failure with its place; nothing about the vendor is proved. */
describe.each<[string, (garden: Garden) => void, string, RegExp]>([
  [
    'an intrinsic it does not resolve',
    (garden) => {
      bucketPolicy(garden).Statement[0].Resource = { 'Fn::FindInMap': ['a', 'b', 'c'] };
    },
    'WORLD-INTRINSIC',
    /Documents\w*Policy/,
  ],
  [
    'a reference to nothing',
    (garden) => {
      bucketPolicy(garden).Statement[0].Resource = { Ref: 'Nowhere' };
    },
    'WORLD-INTRINSIC',
    /Documents\w*Policy/,
  ],
  [
    'an output of a stack that is not there',
    (garden) => {
      bucketPolicy(garden).Statement[0].Resource = {
        'Fn::GetStackOutput': { StackName: 'elsewhere', OutputName: 'x' },
      };
    },
    'WORLD-INTRINSIC',
    /Documents\w*Policy/,
  ],
  [
    'a name that refers to itself',
    (garden) => {
      garden.resources('meridian/Access').Circle = {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketName: { Ref: 'Circle' } },
      };
    },
    'WORLD-INTRINSIC',
    /Circle/,
  ],
  [
    'an intrinsic with an argument of another shape',
    (garden) => {
      bucketPolicy(garden).Statement[0].Resource = { 'Fn::Join': 5 };
    },
    'WORLD-INTRINSIC',
    /Documents\w*Policy/,
  ],
  [
    'null among security group rules',
    (garden) => {
      garden.resources('meridian/Access').Group = {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: { SecurityGroupIngress: [null] },
      };
    },
    'WORLD-SHAPE',
    /meridian/,
  ],
  [
    'an attribute of unknown shape',
    (garden) => {
      bucketPolicy(garden).Statement[0].Resource = { 'Fn::GetAtt': ['KeyE447D366', 'Shape'] };
    },
    'WORLD-INTRINSIC',
    /Documents\w*Policy/,
  ],
  [
    'a policy that is a text',
    (garden) => {
      garden.find(matterStack(one), 'AWS::S3::BucketPolicy', 'DocumentsBucketPolicy').PolicyDocument =
        'Allow everything';
    },
    'POLICY-NOT-OBJECT',
    /Documents\w*Policy/,
  ],
  [
    'a policy written as JSON text, without a statement',
    (garden) => {
      garden.find(matterStack(one), 'AWS::S3::BucketPolicy', 'DocumentsBucketPolicy').PolicyDocument =
        '{"Version":"2012-10-17"}';
    },
    'POLICY-STATEMENT',
    /Documents\w*Policy/,
  ],
  [
    'an unknown operator',
    (garden) => {
      bucketPolicy(garden).Statement[0].Condition = { StringMatches: { 'aws:PrincipalArn': 'x' } };
    },
    'POLICY-OPERATOR',
    /Statement\[0\]\.Condition\.StringMatches/,
  ],
  [
    'a wildcard in a principal',
    (garden) => {
      keyPolicy(garden).Statement[0].Principal = { AWS: 'arn:aws:iam::200000000001:role/*' };
    },
    'POLICY-PRINCIPAL-WILDCARD',
    /KeyPolicy\.Statement\[0\]\.Principal/,
  ],
  [
    'a canonical user',
    (garden) => {
      bucketPolicy(garden).Statement[0].Principal = { CanonicalUser: '79a59df900b949e5' };
    },
    'POLICY-PRINCIPAL',
    /Statement\[0\]\.Principal/,
  ],
  [
    'NotPrincipal',
    (garden) => {
      bucketPolicy(garden).Statement[0].NotPrincipal = { AWS: '200000000001' };
    },
    'POLICY-NOT-PRINCIPAL',
    /Statement\[0\]\.NotPrincipal/,
  ],
  [
    'an Allow in an RCP',
    (garden) => {
      control(garden, 'identity-perimeter').Content.Statement[0].Effect = 'Allow';
    },
    'WORLD-ORGANIZATION-POLICY',
    /IdentityPerimeter/,
  ],
  [
    'a managed policy that is not in the templates',
    (garden) => {
      personRole(garden, 'reviewer').ManagedPolicyArns = ['arn:aws:iam::aws:policy/ReadOnlyAccess'];
    },
    'WORLD-MANAGED-POLICY',
    /ManagedPolicyArns\[0\]/,
  ],
  [
    'a boundary that is not in the templates',
    (garden) => {
      personRole(garden, 'reviewer').PermissionsBoundary = 'arn:aws:iam::200000000001:policy/elsewhere';
    },
    'WORLD-MANAGED-POLICY',
    /PermissionsBoundary/,
  ],
  [
    'a policy attached to a role outside',
    (garden) => {
      garden
        .find(matterStack(one), 'AWS::IAM::ManagedPolicy', 'PeoplereviewerPolicy')
        .Roles.push('elsewhere');
    },
    'WORLD-ATTACHED-OUTSIDE',
    /PeoplereviewerPolicy/,
  ],
  [
    'an access key',
    (garden) => {
      garden.resources('meridian/Access').Key = {
        Type: 'AWS::IAM::AccessKey',
        Properties: { UserName: 'x' },
      };
    },
    'WORLD-TYPE',
    /meridian\/Access\/Key/,
  ],
  [
    'an unknown property of a role',
    (garden) => {
      inAccess(garden, {
        AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
        SuperPowers: true,
      });
    },
    'WORLD-PROPERTY',
    /Properties\.SuperPowers/,
  ],
  [
    'a resource with a condition',
    (garden) => {
      garden.resources('meridian/Access').IdentityProvider.Condition = 'Sometimes';
    },
    'WORLD-CONDITION',
    /IdentityProvider/,
  ],
  [
    'an unknown EC2 type',
    (garden) => {
      garden.resources(network).Planted = { Type: 'AWS::EC2::RouteServer', Properties: {} };
    },
    'WORLD-TYPE',
    /Planted/,
  ],
  [
    'a property by which a VPN attaches to a transit gateway',
    (garden) => {
      garden.find(vpn, 'AWS::EC2::ClientVpnEndpoint').TransitGatewayConfiguration = {
        TransitGatewayId: 'tgw-1',
      };
    },
    'WORLD-PROPERTY',
    /TransitGatewayConfiguration/,
  ],
  [
    'a subnet without an IPv4 block',
    (garden) => {
      garden.find(network, 'AWS::EC2::Subnet', 'EndpointSubnet1').CidrBlock = 'ten dot something';
    },
    'WORLD-CIDR',
    /EndpointSubnet1/,
  ],
  [
    'two organizations',
    (garden) => {
      control(garden, 'identity-perimeter').Content.Statement[0].Condition.StringNotEqualsIfExists[
        'aws:PrincipalOrgID'
      ] = 'o-zzzzzzzzzz';
    },
    'WORLD-ORGANIZATION',
    /meridian/,
  ],
])('%s', (_name, plant, code, place) => {
  test('is a named failure with the place, and nothing is proved', () => {
    const garden = new Garden(meridian);
    plant(garden);
    const report = proveAssembly(garden.assembly);
    expect(report.failures.map((failure) => failure.code)).toContain(`proof:${code}`);
    const text = proofText(report);
    expect(text).toContain(code);
    expect(text).toMatch(place);
    expect(isProved(report)).toBe(false);
    const ofVendor = report.results.filter(({ world }) => world === 'meridian');
    expect(ofVendor.length).toBeGreaterThan(0);
    expect(ofVendor.every(({ verdict }) => verdict.kind === 'unknown')).toBe(true);
    expect(JSON.parse(proofJson(report))).toMatchObject({ proved: false });
  });
});

test('an assembly of organization policies alone proves nothing but that it can be deployed', () => {
  const stacks = meridian.stacks.filter(({ id }) => id.startsWith('organization/'));
  const report = proveAssembly({ ...meridian, stacks });
  expect(stacks).not.toEqual([]);
  expect(isProved(report)).toBe(false);
  expect(report.results.every(({ statement }) => statement.everyStage)).toBe(true);
  expect(proofText(report)).toContain('nothing else to prove');
});

test("a vendor's guardrails alone prove nothing", () => {
  const stacks = meridian.stacks.filter(({ id }) => id === 'meridian/Guardrails');
  const report = proveAssembly({ ...meridian, stacks });
  expect(isProved(report)).toBe(false);
  expect(
    report.results
      .filter(({ statement }) => !statement.everyStage)
      .every(({ verdict }) => verdict.kind === 'unknown'),
  ).toBe(true);
});

test('a vendor whose matters lost their tag proves nothing', () => {
  const garden = new Garden(meridian);
  for (const { template } of garden.assembly.stacks) {
    for (const { Properties } of Object.values(template.Resources as Record<string, Json>)) {
      if (Array.isArray(Properties?.Tags)) Properties.Tags = [];
    }
  }
  const report = proveAssembly(garden.assembly);
  expect(
    report.results
      .filter(({ statement }) => !statement.everyStage)
      .every(({ verdict }) => verdict.kind === 'unknown'),
  ).toBe(true);
  expect(proofText(report)).toContain('no matter in any stack');
});
