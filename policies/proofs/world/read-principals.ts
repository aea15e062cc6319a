import { asText } from '../../../lib/model/as-text.ts';
import { managedPolicies } from '../aws/managed-policies.ts';
import type { Statement } from '../policy/statement.ts';
import type { Entry, TemplateReader } from './template-reader.ts';
import type { Principal } from './world.ts';

const roleProperties = [
  'AssumeRolePolicyDocument',
  'Description',
  'ManagedPolicyArns',
  'MaxSessionDuration',
  'Path',
  'PermissionsBoundary',
  'Policies',
  'RoleName',
  'Tags',
];
const userProperties = [
  'Groups',
  'ManagedPolicyArns',
  'Path',
  'PermissionsBoundary',
  'Policies',
  'Tags',
  'UserName',
  'LoginProfile',
];
const attachedProperties = [
  'Description',
  'ManagedPolicyName',
  'PolicyName',
  'Path',
  'PolicyDocument',
  'Roles',
  'Users',
  'Groups',
  'RoleName',
  'UserName',
];
const attachedTypes = [
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
];
/** IAM types that add principals or policies in ways the prover does not follow. */
const refusedTypes = [
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::UserToGroupAddition',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::AccessKey',
  'AWS::IAM::OIDCProvider',
];

/** Roles and users of the templates, each with its policies gathered from wherever they are attached. */
export function readPrincipals(reader: TemplateReader): Principal[] {
  for (const type of refusedTypes) {
    for (const entry of reader.ofType(type)) {
      reader.fail('WORLD-TYPE', reader.place(entry), type, 'a type of IAM resource the prover models');
    }
  }
  const attached = attachedTypes
    .flatMap((type) => reader.ofType(type))
    .map((entry) => readAttached(reader, entry));
  const byArn = new Map(attached.map((policy) => [policy.arn, policy.statements]));
  const principals = [
    ...reader.ofType('AWS::IAM::Role').map((entry) => readRole(reader, entry)),
    ...reader.ofType('AWS::IAM::User').map((entry) => readUser(reader, entry)),
  ];
  for (const { entry, roles, users } of attached) {
    for (const target of [...roles, ...users]) {
      if (principals.some(({ name, account }) => name === target && account === (entry.stack.account ?? '')))
        continue;
      const place = reader.place(entry, 'Properties.Roles');
      reader.fail('WORLD-ATTACHED-OUTSIDE', place, target, 'a role or user of the same stage');
    }
  }
  return principals.map(({ entry, name, ...rest }) => {
    const mine = attached.filter(
      (policy) =>
        policy.entry.stack.account === entry.stack.account &&
        (rest.kind === 'role' ? policy.roles : policy.users).includes(name),
    );
    return {
      ...rest,
      identity: [
        ...rest.identity,
        ...mine.flatMap(({ statements }) => statements),
        ...managed(reader, entry, byArn),
      ],
      ...boundary(reader, entry, byArn),
    };
  });
}

function readRole(reader: TemplateReader, entry: Entry) {
  reader.knowsOnly(entry, roleProperties);
  const trust = reader.policy(
    entry,
    entry.resource.Properties?.AssumeRolePolicyDocument,
    'Properties.AssumeRolePolicyDocument',
    'trust',
  );
  return {
    ...readCommon(reader, entry, 'role'),
    trust,
    maxSessionSeconds: Number(reader.text(entry, 'MaxSessionDuration') ?? 3600),
  };
}

function readUser(reader: TemplateReader, entry: Entry) {
  reader.knowsOnly(entry, userProperties);
  if (entry.resource.Properties?.Groups !== undefined) {
    reader.fail(
      'WORLD-PROPERTY',
      reader.place(entry, 'Properties.Groups'),
      'a user in groups',
      'policies on the user itself',
    );
  }
  return { ...readCommon(reader, entry, 'user'), trust: [], maxSessionSeconds: 0 };
}

function readCommon<K extends Principal['kind']>(reader: TemplateReader, entry: Entry, kind: K) {
  const arn =
    kind === 'role' ? reader.arn(entry) : `arn:aws:iam::${entry.stack.account}:user/${entry.logicalId}`;
  const name = arn.split('/').at(-1) ?? '';
  const inline = reader.list(entry, 'Policies').flatMap((policy, index) => {
    const { PolicyDocument } = policy as { PolicyDocument?: unknown };
    return reader.policy(entry, PolicyDocument, `Properties.Policies[${index}].PolicyDocument`, 'identity');
  });
  return {
    entry,
    name,
    kind,
    arn,
    label: name,
    account: entry.stack.account ?? '',
    place: reader.place(entry),
    tags: reader.tags(entry),
    identity: inline,
  };
}

function readAttached(reader: TemplateReader, entry: Entry) {
  reader.knowsOnly(entry, attachedProperties);
  const names = (...properties: string[]): string[] =>
    properties.flatMap((name) => reader.list(entry, name).map(asText));
  if (entry.resource.Properties?.Groups !== undefined) {
    reader.fail(
      'WORLD-PROPERTY',
      reader.place(entry, 'Properties.Groups'),
      'a policy on a group',
      'roles or users',
    );
  }
  return {
    entry,
    arn: entry.resource.Type === 'AWS::IAM::ManagedPolicy' ? reader.arn(entry) : '',
    roles: names('Roles', 'RoleName'),
    users: names('Users', 'UserName'),
    statements: reader.policy(
      entry,
      entry.resource.Properties?.PolicyDocument,
      'Properties.PolicyDocument',
      'identity',
    ),
  };
}

function managed(reader: TemplateReader, entry: Entry, byArn: ReadonlyMap<string, Statement[]>): Statement[] {
  return reader
    .list(entry, 'ManagedPolicyArns')
    .flatMap((arn, index) =>
      byReference(reader, entry, asText(arn), `Properties.ManagedPolicyArns[${index}]`, byArn),
    );
}

function boundary(reader: TemplateReader, entry: Entry, byArn: ReadonlyMap<string, Statement[]>) {
  const arn = reader.text(entry, 'PermissionsBoundary');
  return arn === undefined
    ? {}
    : { boundary: byReference(reader, entry, arn, 'Properties.PermissionsBoundary', byArn) };
}

function byReference(
  reader: TemplateReader,
  entry: Entry,
  arn: string,
  path: string,
  byArn: ReadonlyMap<string, Statement[]>,
) {
  const own = byArn.get(arn);
  if (own !== undefined) return own;
  const known = managedPolicies[arn.split(':policy/')[1] ?? ''];
  if (known !== undefined && arn.includes(':iam::aws:policy/'))
    return reader.policy(entry, known, path, 'identity');
  reader.fail(
    'WORLD-MANAGED-POLICY',
    reader.place(entry, path),
    arn,
    'a policy of this stage, or an AWS policy the prover knows',
  );
  return [];
}
