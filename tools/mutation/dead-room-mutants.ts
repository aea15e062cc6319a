import type { Assembly, StackTemplate } from '../../policies/template/assembly.ts';
import { type Change, type Mutant, plant, replaceAt, type Site } from './mutant.ts';

/** A room with one thing closed. */
export interface DeadRoom extends Pick<Mutant, 'name' | 'operator' | 'type'> {
  /** Words of which a refusal has to have one: the resource, or the statement. */
  readonly culprits: readonly string[];
  readonly after: (room: Assembly) => Assembly;
}

/** Properties that hold a policy document. */
const documents = [
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'KeyPolicy',
  'Policy',
  'AccessPolicy',
  'Content',
];

/** Resources whose loss stops somebody's work. */
const needed = [
  'AWS::EC2::ClientVpnAuthorizationRule',
  'AWS::EC2::ClientVpnTargetNetworkAssociation',
  'AWS::EC2::NetworkAclEntry',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::VPCEndpoint',
  'AWS::IAM::SAMLProvider',
  'AWS::KMS::Alias',
  'AWS::Lambda::Permission',
  'AWS::Logs::ResourcePolicy',
];

/** Properties that hold the role a service works with. */
const roleProperties = [
  'CloudWatchLogsRoleArn',
  'DeliverLogsPermissionArn',
  'IamRoleArn',
  'Role',
  'RoleArn',
  'RoleARN',
];

type Path = readonly (string | number)[];
/** A change at a path; `lost` says what stands there today. */
type ChangeAt = (operator: string, path: Path, value: unknown, lost?: string) => Change;

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Mutants that close what has to be open, one change each: an Allow, one of its actions or principals, a rule of the
 * network, a name or a role gone or another; a Deny that hits everybody, or more than it did. The policies of the
 * deployment's execution roles are among them.
 */
export function deadRoomMutants(assembly: Assembly): DeadRoom[] {
  const mutants = new Map<string, DeadRoom>();
  const add = (one: DeadRoom) => {
    if (!mutants.has(one.name)) mutants.set(one.name, one);
  };
  for (const stack of assembly.stacks)
    for (const [logicalId, resource] of Object.entries(stack.template.Resources ?? {})) {
      const site: Site = { stack, logicalId, resource };
      for (const change of changesOf(site)) add(inTemplate(site, change));
    }
  for (const [account, policy] of executionPolicies(assembly))
    for (const [index, statement] of statementsOf(policy).entries())
      for (const change of statementChanges(statement, ['Statement', index], false, changeIn(policy)))
        add(inBootstrap(account, statement, change));
  return [...mutants.values()];
}

function inTemplate(site: Site, change: Change): DeadRoom {
  const { name, operator, type, stack, mutated } = plant(site, change);
  const sid = /^(\w+)\.Statement\.(\d+)/.exec(change.at);
  const statement = sid && statementsOf(site.resource.Properties?.[`${sid[1]}`])[Number(sid[2])];
  return {
    name,
    operator,
    type,
    culprits: [site.logicalId, ...(statement?.Sid ? [statement.Sid] : [])],
    after: (room) => ({ ...room, stacks: room.stacks.map((one) => (one.id === stack ? mutated : one)) }),
  };
}

const inBootstrap = (account: string, { Sid }: Statement, change: Change): DeadRoom => ({
  name: `bootstrap ${account} ${change.operator} ${Sid ?? ''} ${change.at}`,
  operator: change.operator,
  type: 'bootstrap policy',
  culprits: [`bootstrap/${account}.json`, ...(Sid ? [Sid] : [])],
  after: (room) => ({
    ...room,
    stacks: room.stacks.map(
      (stack): StackTemplate =>
        stack.account === account && stack.deployment
          ? { ...stack, deployment: { ...stack.deployment, policy: change.resource } }
          : stack,
    ),
  }),
});

/** The policy that the execution roles of an account are given, once an account. */
const executionPolicies = ({ stacks }: Assembly): ReadonlyMap<string, unknown> =>
  new Map(
    stacks.flatMap(({ account, deployment }) =>
      account === undefined || deployment?.policy === undefined
        ? []
        : [[account, deployment.policy] as const],
    ),
  );

const placeOf = (path: Path, lost?: string): string => [path.join('.'), ...(lost ? [lost] : [])].join(' ');

/** A change of a document, carried where a change of a resource carries the resource. */
const changeIn =
  (document: unknown): ChangeAt =>
  (operator, path, value, lost) => ({
    operator,
    at: placeOf(path, lost),
    resource: replaceAt(document, path, value) as NonNullable<Change['resource']>,
  });

function changesOf({ resource }: Site): Change[] {
  const { Type: type, Properties = {} } = resource;
  const change: ChangeAt = (operator, path, value, lost) => ({
    operator,
    at: placeOf(path, lost),
    resource: replaceAt(resource, ['Properties', ...path], value),
  });
  const { Domains, FirewallRules, RoleName, AliasName, Roles, ManagedPolicyName } = Properties as Readonly<
    Record<string, unknown>
  >;
  // A boundary allows for many roles: what it loses is lost by the policies under it.
  const isBoundary = /boundary/.test(JSON.stringify(ManagedPolicyName ?? ''));
  return [
    ...(needed.includes(type) ? [{ operator: 'remove', at: '', resource: undefined }] : []),
    ...(Array.isArray(Domains) && Domains.length > 1
      ? Domains.map((_, index) => change('drop', ['Domains', index], undefined))
      : []),
    ...(Array.isArray(FirewallRules)
      ? FirewallRules.flatMap(({ Action }: { readonly Action?: unknown }, index) =>
          Action === 'ALLOW' ? [change('block', ['FirewallRules', index, 'Action'], 'BLOCK')] : [],
        )
      : []),
    ...(RoleName === undefined ? [] : [change('rename', ['RoleName'], 'lpo-somebody-else')]),
    ...(AliasName === undefined ? [] : [change('rename', ['AliasName'], 'alias/lpo/somebody/else')]),
    ...(Array.isArray(Roles) && Roles.length > 0 ? [change('detach', ['Roles'], [])] : []),
    ...rolesGiven(Properties).map((path) =>
      change('redirect', path, 'arn:aws:iam::999999999999:role/nobody'),
    ),
    ...documents.flatMap((property) =>
      statementsOf(Properties[property]).flatMap((statement, index) =>
        statementChanges(statement, [property, 'Statement', index], isBoundary, change),
      ),
    ),
  ];
}

/** Places of roles that a service works with. */
function rolesGiven(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => rolesGiven(one, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    roleProperties.includes(key)
      ? [[...at, key]]
      : documents.includes(key)
        ? []
        : rolesGiven(inner, [...at, key]),
  );
}

const statementsOf = (document: unknown): Statement[] => {
  const statements = (document as { readonly Statement?: unknown } | undefined)?.Statement;
  return Array.isArray(statements) ? statements : [];
};

function statementChanges(
  { Effect, Action, NotAction, Principal, Condition }: Statement,
  path: Path,
  isBoundary: boolean,
  change: ChangeAt,
): Change[] {
  if (Effect === 'Deny') {
    const spared: unknown[] = Array.isArray(NotAction) ? NotAction : [];
    return [
      ...(Condition === undefined ? [] : widened(Condition, [...path, 'Condition'], change)),
      ...(spared.length > 1
        ? spared.map((action, index) =>
            change('spare-less', [...path, 'NotAction', index], undefined, `${action}`),
          )
        : []),
    ];
  }
  const actions = Array.isArray(Action) && !isBoundary ? Action : [];
  const principals = Object.entries(typeof Principal === 'object' ? (Principal ?? {}) : {});
  return [
    change('drop-allow', path, undefined),
    ...(actions.length > 1
      ? actions.map((action, index) =>
          change('drop-action', [...path, 'Action', index], undefined, `${action}`),
        )
      : []),
    ...principals.flatMap(([kind, names]) =>
      Array.isArray(names) && names.length > 1
        ? names.map((name, index) =>
            change('drop-principal', [...path, 'Principal', kind, index], undefined, nameIn(name)),
          )
        : [],
    ),
  ];
}

/** A principal in few words: the last part of its name, whatever intrinsic it stands in. */
const nameIn = (principal: unknown): string =>
  /([\w.-]+)[^\w]*$/.exec(JSON.stringify(principal))?.[1] ?? 'unnamed';

/** A Deny without its condition, without one key of several, and without one of those it exempts. */
function widened(condition: NonNullable<Statement['Condition']>, path: Path, change: ChangeAt): Change[] {
  const keys = Object.entries(condition).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, values]) => ({ operator, key, values })),
  );
  return [
    change('deny-everybody', path, undefined),
    ...(keys.length > 1
      ? keys.map(({ operator, key }) => {
          const { [key]: _, ...others } = condition[operator] ?? {};
          return change(
            'deny-more',
            [...path, operator],
            Object.keys(others).length === 0 ? undefined : others,
          );
        })
      : []),
    ...keys.flatMap(({ operator, key, values }) =>
      /Not/.test(operator) && Array.isArray(values) && values.length > 1
        ? values.map((value, index) =>
            change('exempt-less', [...path, operator, key, index], undefined, nameIn(value)),
          )
        : [],
    ),
  ];
}
