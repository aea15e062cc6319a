import { isAccountId, namedIn, readArn } from '../../template/arn.ts';
import { allowEverything, type Caller } from '../access/access-case.ts';
import type { Condition, Selector, Statement } from '../policy/statement.ts';
import type { World } from '../world/world.ts';
import { fact, is, isAbsent } from './fact.ts';
import { sessionFacts } from './session-facts.ts';

/** Kinds of worst-case callers. */
export type CallerRole =
  | 'template'
  | 'deployment'
  | 'provider'
  | 'named'
  | 'stray'
  | 'root'
  | 'organization'
  | 'outside'
  | 'anonymous'
  | 'service';

/** Someone who may ask, with what their own side allows and what every request of theirs shows. */
export interface WorldCaller {
  readonly role: CallerRole;
  readonly caller: Caller;
  readonly identity?: readonly Statement[];
  readonly boundary?: readonly Statement[];
  readonly facts: Selector;
}

const everything = [allowEverything];

/**
 * Everyone there is. Roles of the templates have their own policies; everyone else may do anything as far
 * as their own side goes: roles that policies name and no template makes (the deployment role), any other role, any
 * user and the root user of each account, other accounts of the organization, the rest of the world.
 */
export function callersOf(world: World): WorldCaller[] {
  return drafts(world).map((draft) => ({
    ...draft,
    facts: { conditions: [...draft.facts, ...callerAccount(draft.caller)] },
  }));
}

/** Roles of the deployment with the policies that they are given, for what a deployment has to be able to do. */
export const deployersOf = (world: World): WorldCaller[] =>
  world.deployers.flatMap(({ arn, account, policy, commandLinePolicies }) => [
    ...(policy === undefined ? [] : [deployer(world, arn, account, policy, policy)]),
    ...[...commandLinePolicies].map(([role, statements]) => deployer(world, role, account, statements)),
  ]);

function deployer(
  { organization }: World,
  arn: string,
  account: string,
  identity: readonly Statement[],
  boundary?: readonly Statement[],
): WorldCaller {
  const conditions = [
    is('aws:PrincipalIsAWSService', 'false'),
    isAbsent('aws:PrincipalServiceName'),
    ...(organization === undefined ? [] : [is('aws:PrincipalOrgID', organization)]),
    is('aws:PrincipalAccount', account),
    is('aws:PrincipalArn', arn),
  ];
  const caller: Caller = { kind: 'role', label: arn.split('/').at(-1) ?? arn, arn, account };
  return {
    role: 'deployment',
    caller,
    identity,
    ...(boundary && { boundary }),
    facts: { conditions: [...conditions, ...callerAccount(caller)] },
  };
}

/** `kms:CallerAccount` is the account of whoever asks; for accounts without a number nothing is known. */
const callerAccount = ({ account = '' }: Caller): Condition[] =>
  /^\d{12}$/.test(account) ? [is('kms:CallerAccount', account)] : [];

type Draft = Omit<WorldCaller, 'facts'> & { readonly facts: readonly Condition[] };

function drafts(world: World): Draft[] {
  const tagKeys = principalTagKeys(world);
  const ours = world.organization;
  const org = ours === undefined ? [] : [is('aws:PrincipalOrgID', ours)];
  const person: Condition[] = [
    is('aws:PrincipalIsAWSService', 'false'),
    isAbsent('aws:PrincipalServiceName'),
  ];
  const noOne = [
    'aws:PrincipalArn',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    ...tagKeys.map((key) => `aws:PrincipalTag/${key}`),
  ].map(isAbsent);
  const named = namedOutside(world);
  const known = (account: string): string[] => [
    ...world.principals.filter((principal) => principal.account === account).map(({ arn }) => arn),
    ...named.filter((arn) => readArn(arn)?.account === account),
    `arn:aws:iam::${account}:root`,
  ];
  const inAccount = (account: string): Condition[] => [
    ...person,
    ...org,
    is('aws:PrincipalAccount', account),
  ];
  const elsewhere: Condition[] = [
    ...person,
    fact('StringNotEquals', 'aws:PrincipalAccount', ...world.accounts),
    fact('ArnNotLike', 'aws:PrincipalArn', ...world.accounts.map((account) => `arn:*:*::${account}:*`)),
  ];
  return [
    ...world.principals.flatMap((principal): Draft[] =>
      sessionFacts(principal, tagKeys).map((session) => ({
        role: 'template',
        caller: {
          kind: principal.kind,
          label: principal.label,
          arn: principal.arn,
          account: principal.account,
        },
        identity: principal.identity,
        ...(principal.boundary && { boundary: principal.boundary }),
        facts: [...inAccount(principal.account), is('aws:PrincipalArn', principal.arn), ...session],
      })),
    ),
    ...named.map((arn): Draft => {
      const account = readArn(arn)?.account ?? '';
      const label = `${arn.split('/').at(-1)} (in account ${account}, not in the templates)`;
      return {
        role: 'named',
        caller: { kind: arn.includes(':user/') ? 'user' : 'role', label, arn, account },
        identity: everything,
        facts: [...inAccount(account), is('aws:PrincipalArn', arn)],
      };
    }),
    ...world.accounts.flatMap((account): Draft[] => [
      ...(['role', 'user'] as const).map(
        (kind): Draft => ({
          role: 'stray',
          caller: { kind, label: `any ${kind} of account ${account} that is not in the templates`, account },
          identity: everything,
          facts: [
            ...inAccount(account),
            fact('ArnLike', 'aws:PrincipalArn', `arn:${world.partition}:iam::${account}:${kind}/*`),
            fact('ArnNotEquals', 'aws:PrincipalArn', ...known(account)),
          ],
        }),
      ),
      {
        role: 'root',
        caller: {
          kind: 'root',
          label: `the root user of account ${account}`,
          account,
          arn: `arn:aws:iam::${account}:root`,
        },
        identity: everything,
        facts: [
          ...inAccount(account),
          is('aws:PrincipalArn', `arn:aws:iam::${account}:root`),
          ...tagKeys.map((key) => isAbsent(`aws:PrincipalTag/${key}`)),
        ],
      },
    ]),
    {
      role: 'organization',
      caller: {
        kind: 'role',
        label: 'anyone in another account of the organization',
        account: 'another account',
      },
      identity: everything,
      facts: [...elsewhere, ...org],
    },
    {
      role: 'outside',
      caller: { kind: 'role', label: 'anyone outside the organization', account: 'a foreign account' },
      identity: everything,
      facts: [
        ...elsewhere,
        ...(ours === undefined ? [] : [fact('StringNotEquals', 'aws:PrincipalOrgID', ours)]),
      ],
    },
    {
      role: 'anonymous',
      caller: { kind: 'anonymous', label: 'anyone without credentials' },
      facts: [...person, ...noOne],
    },
    ...providers(world).map(
      (name): Draft => ({
        role: 'provider',
        caller: {
          kind: 'federated',
          label: `a person of the identity provider ${name.split('/').at(-1)}`,
          name,
        },
        facts: [is('aws:PrincipalIsAWSService', 'false'), ...noOne],
      }),
    ),
    ...services(world).map(
      (name): Draft => ({
        role: 'service',
        caller: { kind: 'service', label: `the service ${name}`, name },
        facts: [is('aws:PrincipalIsAWSService', 'true'), is('aws:PrincipalServiceName', name), ...noOne],
      }),
    ),
  ];
}

/** Statements of every policy of the templates. */
export const policiesOf = (world: World): Statement[] => [
  ...world.principals.flatMap(({ trust, identity, boundary }) => [
    ...trust,
    ...identity,
    ...(boundary ?? []),
  ]),
  ...world.resources.flatMap(({ policy }) => policy ?? []),
  ...world.controls.flatMap(({ statements }) => statements),
  ...world.endpoints.flatMap(({ statements }) => statements),
];

function principalTagKeys(world: World): string[] {
  const keys = policiesOf(world).flatMap(({ conditions }) => conditions.map(({ key }) => key));
  const prefix = 'aws:principaltag/';
  return [
    ...new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))),
  ].sort();
}

/** Roles and users that policies name, as a principal or as an exception, and no template makes. */
function namedOutside(world: World): string[] {
  const made = new Set(world.principals.map(({ arn }) => arn));
  const arns = policiesOf(world).flatMap(({ principals = [], conditions }) => [
    ...principals.flatMap((principal) => (principal.kind === 'arn' ? [principal.arn] : [])),
    ...conditions
      .filter(({ key }) => key === 'aws:principalarn')
      .flatMap(({ values }) => values.filter(isOneArn)),
  ]);
  return [...new Set(arns)].filter((arn) => !made.has(arn)).sort();
}

const isOneArn = (value: string): boolean => {
  const arn = namedIn(value, 'iam', 'role') ?? namedIn(value, 'iam', 'user');
  return arn !== undefined && isAccountId(arn.account) && !/[*?$]/.test(value);
};

function providers(world: World): string[] {
  const named = policiesOf(world).flatMap(({ principals = [] }) =>
    principals.flatMap((principal) => (principal.kind === 'federated' ? [principal.provider] : [])),
  );
  return [...new Set(named)].sort();
}

/** Services that a policy names, and one that none does. */
function services(world: World): string[] {
  const named = policiesOf(world).flatMap(({ principals = [] }) =>
    principals.flatMap((principal) => (principal.kind === 'service' ? [principal.name] : [])),
  );
  return [...new Set([...named, 'any-other.amazonaws.com'])].sort();
}
