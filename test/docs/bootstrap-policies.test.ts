import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.ts';
import { withOwnDetection } from '../../tools/mutation/own-detection.ts';
import { assemblyOf } from '../support/assembly-of.ts';
import { exampleAssembly } from '../support/example-assembly.ts';
import { type AnyPolicy, denials, grants } from '../support/policy-evaluator.ts';

// docs/bootstrap/<account>.json: what CloudFormation may not do in each kind of account. That it may do what the
// templates ask for is proved by the jobs of the deployment.

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
const selfWatched = assemblyOf(withOwnDetection(config));

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

test('in the management account only roles of this project can be made', () => {
  const context = { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/lpo-x-boundary' };
  const make = (resource: string) =>
    grants(policies.management, { action: 'iam:CreateRole', resource, context });
  expect(make('arn:aws:iam::1:role/lpo-x')).not.toEqual([]);
  expect(make('arn:aws:iam::1:role/admin')).toEqual([]);
});
