import { asText } from '../../../lib/model/as-text.ts';
import { fact, is } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { World } from '../world/world.ts';
import type { RoleWorker, Task } from './job.ts';
import { sources } from './sources.ts';

/**
 * Sign-in of a person through the identity provider, before there is a tunnel.
 * Source: IAM User Guide, "Configure SAML assertions for the authentication response" and "Passing session tags".
 */
export const signsIn = (world: World, role: RoleWorker): Task[] =>
  providersOf(world, role).map((provider) => ({
    does: `becomes ${role.arn.split('/').at(-1)}`,
    who: { kind: 'federated', provider },
    actions: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    on: [role.arn],
    shows: [
      is('saml:aud', 'https://signin.aws.amazon.com/saml'),
      is('aws:RequestTag/lpo:mfa', 'true'),
      fact('ForAllValues:StringEquals', 'aws:TagKeys', 'lpo:mfa'),
      fact('Null', 'aws:TagKeys', 'false'),
    ],
    from: 'internet',
    source: sources.saml,
  }));

/** The provider for access to roles, of the role's account. Without one, one that nobody is. */
function providersOf(world: World, role: RoleWorker): string[] {
  const account = role.arn.split(':')[4] ?? '';
  const made = world
    .ofType('AWS::IAM::SAMLProvider')
    .filter(
      (provider) => provider.account === account && asText(provider.properties.Name).endsWith('-access'),
    )
    .map(({ reference }) => reference);
  return made.length > 0 ? made : [`arn:aws:iam::${account}:saml-provider/none`];
}

/** Staff of an account of the firm become a role there, with a second factor of the last minutes. */
export const staffAssumes = (account: string, role: RoleWorker): Task => ({
  does: `becomes ${role.arn.split('/').at(-1)}`,
  who: { kind: 'account', account },
  actions: ['sts:AssumeRole'],
  on: [role.arn],
  shows: [is('aws:MultiFactorAuthPresent', 'true'), fact('NumericEquals', 'aws:MultiFactorAuthAge', '300')],
  from: 'internet',
  source: sources.sts,
});

/** A service takes the role that works for it. @param shows context that the service documents; none for most. */
export const serviceAssumes = (
  service: string,
  role: RoleWorker,
  source: string,
  shows: readonly Condition[] = [],
): Task => ({
  does: `becomes ${role.arn.split('/').at(-1)}`,
  who: { kind: 'service', name: service },
  actions: ['sts:AssumeRole'],
  on: [role.arn],
  shows,
  from: 'aws',
  source,
});

/** One role of the workspace becomes another. */
export const roleAssumes = (from: RoleWorker, role: RoleWorker, shows: readonly Condition[] = []): Task => ({
  does: `becomes ${role.arn.split('/').at(-1)}`,
  who: from,
  actions: ['sts:AssumeRole'],
  on: [role.arn],
  shows,
  from: 'aws',
  source: sources.sts,
});
