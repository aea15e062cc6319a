import type { WorldCaller } from '../cases/callers';
import { fact, isPresent } from '../cases/fact';
import type { Principal } from '../world/world';
import type { ProofStatement, Subject } from './proof-statement';
import { doing, isNamed, not, showing } from './select';

const assuming = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
];

export const rolesOpenToTheirPeopleOnly: ProofStatement = {
  id: 'roles-open-to-their-people-only',
  part: 'custody',
  title:
    "A matter's role opens to the firm's identity provider with MFA alone, the log reader to the auditor, containment to the kill switch, and no other role to another account",
  property: 'never',
  controls: ['LPO-IDN-01'],
  assert: (subject) => [
    ...subject.matters.flatMap(({ id, people, roles }) => [
      ...roles.map((role) => ({
        subject: `${id}: ${role.label} to AWS principals`,
        claim: {
          region: [doing(...assuming)],
          cases: subject.cases.onRole(role, ({ role: kind }) => kind !== 'service' && kind !== 'provider'),
        },
      })),
      ...people.flatMap((role) => federated(subject, id, role)),
    ]),
    ...subject.world.principals
      .filter(({ arn }) => arn.endsWith('-log-reader'))
      .map((role) => ({
        subject: role.label,
        claim: { region: [doing(...assuming)], cases: subject.cases.onRole(role, not(isNamed('-auditor'))) },
      })),
    ...subject.world.principals
      .filter(({ kind, account }) => kind === 'role' && account === subject.world.account)
      .map((role) => ({
        subject: `${role.label} to other accounts`,
        claim: { region: [doing(...assuming)], cases: subject.cases.onRole(role, foreign(subject, role)) },
      })),
  ],
};

/** Callers from other accounts; for break-glass those the organization does not know. */
const foreign =
  ({ world }: Subject, role: Principal) =>
  (each: WorldCaller): boolean => {
    const { caller, role: kind } = each;
    // The vendor's own kill switch, in the security account, works through this role; it can only take away.
    const vendor = /:role(\/lpo-[a-z0-9]+)-containment$/.exec(role.arn)?.[1];
    if (vendor && isNamed(`${vendor}-kill-switch`)(each)) return false;
    return role.arn.endsWith('/lpo-break-glass')
      ? kind === 'outside' || kind === 'organization' || kind === 'anonymous'
      : kind === 'anonymous' || (caller.account !== undefined && caller.account !== world.account);
  };

/** People come with MFA, and bring no session tag that would override the tags of their role. */
function federated({ cases }: Subject, id: string, role: Principal) {
  const providers = cases.onRole(role, ({ role: kind }) => kind === 'provider');
  return [
    {
      subject: `${id}: ${role.label} without MFA`,
      claim: {
        region: [doing(...assuming), showing(fact('StringNotEquals', 'aws:RequestTag/lpo:mfa', 'true'))],
        cases: providers,
      },
    },
    {
      subject: `${id}: ${role.label} with other tags`,
      claim: {
        region: [
          doing(...assuming),
          showing(isPresent('aws:TagKeys'), fact('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'lpo:mfa')),
        ],
        cases: providers,
      },
    },
  ];
}
