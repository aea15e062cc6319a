import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.ts';
import { assemblyOf } from '../support/assembly-of.ts';
import { exampleAssembly } from '../support/example-assembly.ts';
import { type AnyPolicy, denials, grants } from '../support/policy-evaluator.ts';

// docs/bootstrap/<account>.json: what CloudFormation may do in each kind of account (docs/deploy.md).

const kinds = ['management', 'security', 'log-archive', 'backup', 'vendor'] as const;
type Kind = (typeof kinds)[number];

const textOf = (kind: Kind): string =>
  readFileSync(join(import.meta.dirname, '../../docs/bootstrap', `${kind}.json`), 'utf8');
const policies = Object.fromEntries(kinds.map((kind) => [kind, JSON.parse(textOf(kind))])) as Record<
  Kind,
  AnyPolicy
>;

const config = loadConfig('config');
const { organization, vendors } = config;
const kindOf = new Map<string, Kind>([
  [organization.accounts.management, 'management'],
  [organization.accounts.security, 'security'],
  [organization.accounts.logArchive, 'log-archive'],
  [organization.accounts.backup, 'backup'],
  ...vendors.map(({ account }) => [account, 'vendor'] as const),
]);

/** The same vendors in an organization that runs no detection of its own: everything is built here. */
const selfWatched = assemblyOf({
  ...config,
  organization: {
    ...organization,
    managedByOrganization: {
      trail: false,
      guardDuty: false,
      macie: false,
      securityHub: false,
      config: false,
    },
  },
});

const resources = [exampleAssembly(), selfWatched]
  .flatMap(({ stacks }) => stacks)
  .flatMap(({ account, template }) => {
    const kind = kindOf.get(account ?? '');
    if (!kind)
      throw new Error(`nobody wrote a policy for account ${account}: add docs/bootstrap/<account>.json`);
    return Object.values(template.Resources ?? {}).map(({ Type, Properties }) => ({
      kind,
      Type,
      Properties,
    }));
  });

/** Services whose IAM prefix is not their name in CloudFormation. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  macie: 'macie2',
  stepfunctions: 'states',
};

/** IAM's prefix of a resource type's service; a custom resource is a function. */
const serviceOf = (type: string): string => {
  if (type.startsWith('Custom::')) return 'lambda';
  const name = `${type.split('::')[1]}`.toLowerCase();
  return prefixes[name] ?? name;
};

test.each(kinds)('%s fits into one managed policy', (kind) => {
  expect(textOf(kind).replace(/\s/g, '').length).toBeLessThanOrEqual(6144);
});

const pairs = [...new Map(resources.map(({ kind, Type }) => [`${kind} ${serviceOf(Type)}`, kind])).entries()];
test.each(pairs)('%s: something can be written', (pair, kind) => {
  const actions = policies[kind].Statement.filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action = [] }) => Action)
    .map((action) => action.toLowerCase().split(':'));
  const service = pair.split(' ')[1];
  const verbs = actions.filter(([prefix]) => prefix === service).map(([, verb]) => verb);
  expect(verbs).toContainEqual(expect.stringMatching(/^(create|put|enable|\*)/));
});

test.each(kinds)('%s: no service that nothing needs', (kind) => {
  const needed = new Set([
    ...resources.filter((each) => each.kind === kind).map(({ Type }) => serviceOf(Type)),
    'ssm', // the version of the bootstrap stack
    ...(kind === 'vendor' ? ['acm', 'cloudformation', 'organizations', 'route53'] : []),
    ...(kind === 'vendor' || kind === 'backup' ? ['backup-storage'] : []),
    ...(kind === 'security' ? ['s3'] : []), // the code of functions
  ]);
  const given = policies[kind].Statement.filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action = [] }) => Action)
    .map((action) => action.split(':')[0]);
  expect(given.filter((service) => !needed.has(`${service}`))).toEqual([]);
});

const document = 'arn:aws:s3:::lpo-meridian-m-7f3a9c-200000000001-eu-west-2/work/a';
test.each(
  kinds.flatMap((kind) =>
    [
      ['kms:Decrypt', '*'],
      ['kms:CreateGrant', '*'],
      ['kms:ScheduleKeyDeletion', '*'],
      ['kms:DisableKey', '*'],
      ['s3:GetObject', document],
      ['s3:PutObject', document],
      ['s3:DeleteObject', document],
      ['s3:DeleteBucket', document],
      ['s3:PutReplicationConfiguration', '*'],
      ['iam:CreateUser', '*'],
      ['iam:CreateAccessKey', '*'],
      ['iam:DeleteRolePermissionsBoundary', '*'],
      ['sts:AssumeRole', '*'],
      ['account:CloseAccount', '*'],
    ].map(([action, resource]) => [kind, `${action}`, `${resource}`] as const),
  ),
)('%s does not grant %s on %s', (kind, action, resource) => {
  expect(grants(policies[kind], { action, resource, context: {} })).toEqual([]);
});

test.each([
  ['a role without a boundary', 'iam:CreateRole', 'arn:aws:iam::1:role/x', {}],
  [
    'a role under a boundary of its own making',
    'iam:CreateRole',
    'arn:aws:iam::1:role/x',
    { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/wide' },
  ],
  ['the bootstrap roles', 'iam:AttachRolePolicy', 'arn:aws:iam::1:role/cdk-closedroom-cfn-exec-role-1-x', {}],
  ['its own ceiling', 'iam:CreatePolicyVersion', 'arn:aws:iam::1:policy/lpo-bootstrap', {}],
])('denied to a deployment: %s', (_what, action, resource, context) => {
  for (const kind of ['vendor', 'security', 'log-archive'] as const)
    expect(denials(policies[kind], { action, resource, context })).not.toEqual([]);
});

const roles = resources.filter(({ Type }) => Type === 'AWS::IAM::Role');

test('in the management account only roles of this project can be made', () => {
  const context = { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/lpo-x-boundary' };
  const make = (resource: string) =>
    grants(policies.management, { action: 'iam:CreateRole', resource, context });
  expect(make('arn:aws:iam::1:role/lpo-x')).not.toEqual([]);
  expect(make('arn:aws:iam::1:role/admin')).toEqual([]);
});

test('every role of the shipped examples can be made', () => {
  expect(roles.length).toBeGreaterThan(20);
  for (const { kind, Properties } of roles) {
    const boundary = (Properties as { PermissionsBoundary?: unknown }).PermissionsBoundary;
    if (typeof boundary !== 'string') continue; // A reference to a policy of the same stack.
    const context = { 'iam:PermissionsBoundary': boundary };
    const request = { action: 'iam:CreateRole', resource: 'arn:aws:iam::1:role/lpo-x', context };
    expect(grants(policies[kind], request)).not.toEqual([]);
    expect(denials(policies[kind], request)).toEqual([]);
  }
});

test('in a vendor account the deployment, and it alone by the guardrails, subscribes to the alert topic and to no other', () => {
  const subscribe = (topic: string) =>
    grants(policies.vendor, {
      action: 'sns:Subscribe',
      resource: `arn:aws:sns:eu-west-2:200000000001:${topic}`,
      context: {},
    });
  expect(subscribe('lpo-meridian-alerts')).toEqual(['SubscribeToAlerts']);
  expect(subscribe('another')).toEqual([]);
  const [{ account = '', region = '' } = {}] = vendors;
  const guardrails = exampleAssembly().stacks.flatMap(({ id, template }) =>
    id === `${vendors[0]?.vendor}/Guardrails` ? Object.values(template.Resources ?? {}) : [],
  );
  const denied = (role: string) =>
    guardrails.flatMap(({ Properties }) => {
      const { Content: content } = Properties as { Content?: AnyPolicy };
      return content === undefined
        ? []
        : denials(content, {
            principal: `arn:aws:iam::${account}:role/${role}`,
            action: 'sns:Subscribe',
            resource: `arn:aws:sns:${region}:${account}:lpo-${vendors[0]?.vendor}-alerts`,
            context: {
              'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}`,
              'aws:RequestedRegion': region,
              'aws:ResourceAccount': account,
            },
          });
    });
  expect(denied('administrator')).toEqual(['OnlyDeploymentOpensResources']);
  expect(denied(`cdk-${organization.bootstrapQualifier}-cfn-exec-role-${account}-${region}`)).toEqual([]);
});

test('outputs of other stacks can be read where a template asks for one', () => {
  const asking = new Set(
    resources
      .filter(({ Properties }) => JSON.stringify(Properties ?? {}).includes('Fn::GetStackOutput'))
      .map(({ kind }) => kind),
  );
  expect([...asking]).toEqual(['vendor']);
  for (const kind of asking) {
    const request = {
      action: 'cloudformation:DescribeStacks',
      resource: 'arn:aws:cloudformation:eu-west-2:1:stack/meridian-Network/1',
      context: {},
    };
    expect(grants(policies[kind], request)).toHaveLength(1);
  }
});

test('roles are passed to the services that assume them, and to no other', () => {
  const services = (kind: Kind) =>
    new Set(
      roles
        .filter((role) => role.kind === kind)
        .flatMap(({ Properties }) => [...JSON.stringify(Properties).matchAll(/"Service":"([a-z0-9.-]+)"/g)])
        .map(([, service]) => service),
    );
  const passed = (kind: Kind) =>
    policies[kind].Statement.find(({ Sid }) => Sid === 'PassRolesToTheirServices')?.Condition?.StringEquals?.[
      'iam:PassedToService'
    ] ?? [];
  // AWS Config runs under a role of its own making, which no template spells out; a restore testing selection is
  // given its role under a service name of its own (Service Authorization Reference, AWS Backup).
  const testing = resources.some(({ Type }) => Type === 'AWS::Backup::RestoreTestingSelection');
  expect(testing).toBe(true);
  expect(passed('vendor')).toEqual(
    [...services('vendor'), 'config.amazonaws.com', 'restore-testing.backup.amazonaws.com'].sort(),
  );
  expect(passed('security')).toEqual([...services('security')].sort());
  // A person passes the one role there, not the deployment.
  expect([...services('backup')]).toEqual(['backup.amazonaws.com']);
  expect(passed('backup')).toEqual([]);
  for (const kind of ['management', 'log-archive'] as const)
    expect([...services(kind)]).toEqual(passed(kind));
});
