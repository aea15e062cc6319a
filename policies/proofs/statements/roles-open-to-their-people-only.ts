import { readOurRole } from '../../template/names.ts';
import type { ProofStatement, Subject } from '../authoring/proof-statement.ts';
import { doing, isRoleOf, not, purposeOf, showing } from '../authoring/select.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { fact, isPresent } from '../cases/fact.ts';
import type { Principal, World } from '../world/world.ts';

const assuming = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
];

export const statement: ProofStatement = {
  id: 'roles-open-to-their-people-only',
  part: 'integrity',
  title:
    "A matter's role opens to the firm's identity provider with MFA alone, the log reader to the auditor, containment and quarantine to the kill switch, that to Lambda, and no other role to another account",
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
      .filter(({ arn }) => readOurRole(arn)?.purpose === 'logReader')
      .map((role) => opensOnlyTo(subject, role, isRoleOf(subject.world, ['auditor']))),
    // The judge believes the switch's function: so nobody may be it but Lambda, for a function of its account.
    ...subject.world.principals
      .filter(({ arn }) => purposeOf(subject.world, arn) === 'killSwitch')
      .map((role) => opensOnlyTo(subject, role, isLambda)),
    // The quarantine, wherever it is attached from, opens to that function alone.
    ...subject.world.principals
      .filter(({ arn }) => purposeOf(subject.world, arn) === 'quarantine')
      .map((role) => opensOnlyTo(subject, role, isSwitch(subject.world))),
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
    if (purposeOf(world, role.arn) === 'containment' && isSwitch(world)(each)) return false;
    return readOurRole(role.arn)?.purpose === 'breakGlass'
      ? kind === 'outside' || kind === 'organization' || kind === 'anonymous'
      : kind === 'anonymous' || (caller.account !== undefined && caller.account !== world.account);
  };

/** The function of this vendor's kill switch: a role that the templates make, and make in one account only. */
const isSwitch =
  (world: World) =>
  ({ role, caller }: WorldCaller): boolean => {
    const switches = world.principals.filter(({ arn }) => purposeOf(world, arn) === 'killSwitch');
    const [only] = switches;
    const isAway = only?.account !== world.account;
    return role === 'template' && switches.length === 1 && caller.arn === only?.arn && isAway;
  };

const isLambda = ({ role, caller }: WorldCaller): boolean =>
  role === 'service' && caller.name === 'lambda.amazonaws.com';

const opensOnlyTo = ({ cases }: Subject, role: Principal, wanted: (caller: WorldCaller) => boolean) => ({
  subject: role.label,
  claim: { region: [doing(...assuming)], cases: cases.onRole(role, not(wanted)) },
});

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
