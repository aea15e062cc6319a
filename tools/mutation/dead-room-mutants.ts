import type { Assembly } from '../../policies/template/assembly.ts';
import { bootstrapRole } from '../../policies/template/names.ts';
import { type Change, type Mutant, plant, replaceAt, type Site } from './mutant.ts';

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
  'AWS::Lambda::Permission',
];

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/**
 * Mutants that close what has to be open, one change each: an Allow, one of its actions or principals, a rule of the
 * network, a name or a role gone; a Deny that hits everybody. Rights of the deployment are left out: no job asks
 * for them yet.
 */
export function deadRoomMutants(assembly: Assembly): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const stack of assembly.stacks)
    for (const [logicalId, resource] of Object.entries(stack.template.Resources ?? {})) {
      const site: Site = { stack, logicalId, resource };
      for (const change of changesOf(site)) {
        const mutant = plant(site, change);
        if (!mutants.has(mutant.name)) mutants.set(mutant.name, mutant);
      }
    }
  return [...mutants.values()];
}

function changesOf({ resource }: Site): Change[] {
  const { Type: type, Properties = {} } = resource;
  const change = (operator: string, path: readonly (string | number)[], value: unknown): Change => ({
    operator,
    at: path.join('.'),
    resource: replaceAt(resource, ['Properties', ...path], value),
  });
  const { Domains, RoleName, Roles, ManagedPolicyName } = Properties as Readonly<Record<string, unknown>>;
  // A boundary allows for many roles: what it loses is lost by the policies under it.
  const isBoundary = /boundary/.test(JSON.stringify(ManagedPolicyName ?? ''));
  return [
    ...(needed.includes(type) ? [{ operator: 'remove', at: '', resource: undefined }] : []),
    ...(Array.isArray(Domains) && Domains.length > 1
      ? Domains.map((_, index) => change('drop', ['Domains', index], undefined))
      : []),
    ...(RoleName === undefined ? [] : [change('rename', ['RoleName'], 'lpo-somebody-else')]),
    ...(Array.isArray(Roles) && Roles.length > 0 ? [change('detach', ['Roles'], [])] : []),
    ...documents.flatMap((property) =>
      statementsOf(Properties[property]).flatMap((statement, index) =>
        isOfTheDeployment(statement)
          ? []
          : statementChanges(statement, [property, 'Statement', index], isBoundary, change),
      ),
    ),
  ];
}

const statementsOf = (document: unknown): Statement[] => {
  const statements = (document as { readonly Statement?: unknown } | undefined)?.Statement;
  return Array.isArray(statements) ? statements : [];
};

function statementChanges(
  { Effect, Action, Principal, Condition }: Statement,
  path: readonly (string | number)[],
  isBoundary: boolean,
  change: (operator: string, path: readonly (string | number)[], value: unknown) => Change,
): Change[] {
  if (Effect === 'Deny')
    return Condition === undefined ? [] : [change('deny-everybody', [...path, 'Condition'], undefined)];
  const actions = Array.isArray(Action) && !isBoundary ? Action : [];
  const principals = Object.entries(typeof Principal === 'object' ? (Principal ?? {}) : {});
  return [
    change('drop-allow', path, undefined),
    ...(actions.length > 1
      ? actions.map((_, index) => change('drop-action', [...path, 'Action', index], undefined))
      : []),
    ...principals.flatMap(([kind, names]) =>
      Array.isArray(names) && names.length > 1
        ? names.map((_, index) => change('drop-principal', [...path, 'Principal', kind, index], undefined))
        : [],
    ),
  ];
}

/** Statements that a role of `cdk bootstrap` is named in, as the one who may or as the one exempted. */
const isOfTheDeployment = (statement: Statement): boolean =>
  [...JSON.stringify(statement).matchAll(/role\/([\w*-]+)/g)].some(
    ([, name]) => bootstrapRole(`${name}`) !== undefined,
  );
