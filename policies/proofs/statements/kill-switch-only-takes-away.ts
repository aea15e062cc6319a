import { asText } from '../../../lib/model/as-text.ts';
import { readArn } from '../../template/arn.ts';
import { type Purpose, readName, words } from '../../template/names.ts';
import type { FactVerdict, ProofStatement, Subject } from '../authoring/proof-statement.ts';
import { doing, isBucketOf, isRoleOf, purposeOf, showing } from '../authoring/select.ts';
import { fact, is } from '../cases/fact.ts';
import { formatPlace, type Selector } from '../policy/statement.ts';
import type { World } from '../world/world.ts';

/** Calls that undo what the switch does, or destroy what it only suspends. */
const givesBack = [
  'ec2:AuthorizeClientVpnIngress',
  'iam:Delete*',
  'iam:Detach*',
  'iam:Put*',
  'kms:CancelKeyDeletion',
  'kms:EnableKey',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'organizations:Delete*',
  'organizations:Detach*',
  's3:DeleteObject*',
];

/** Roles of the switch. What each may do at all is what its jobs ask for (roles-do-their-jobs-only). */
const ofTheSwitch: readonly Purpose[] = [
  'containment',
  'quarantine',
  'killSwitch',
  'killSwitchMachine',
  'incidentCommander',
];

export const statement: ProofStatement = {
  id: 'kill-switch-only-takes-away',
  part: 'integrity',
  title:
    'The kill switch can turn nothing on again: no key, no policy, no way in, no quarantine lifted, no suspension deleted, no key destroyed',
  property: 'never',
  controls: ['LPO-INC-02', 'LPO-DAT-01'],
  assert: (subject) => [
    ...rolesOfSwitch(subject.world).flatMap(({ purpose, account }) => onlyDoes(subject, purpose, account)),
    ...suspensions(subject),
  ],
};

const rolesOfSwitch = (world: World) =>
  world.principals.flatMap(({ arn, account }) => {
    const purpose = purposeOf(world, arn);
    return purpose === undefined || !ofTheSwitch.includes(purpose) ? [] : [{ purpose, account, arn }];
  });

function onlyDoes({ world, cases }: Subject, purpose: Purpose, account: string) {
  const fn = words[purpose];
  const who = isRoleOf(world, [purpose], account);
  const never = (what: string, ...region: Selector[]) => ({
    subject: `${fn}: ${what}`,
    claim: { region, cases: cases.onAnything(who) },
  });
  const assumes = rolesOfSwitch(world)
    .filter((role) => ['containment', 'quarantine'].includes(role.purpose))
    .map(({ arn }) => arn);
  return [
    never('turn anything on again', doing(...givesBack)),
    {
      subject: `${fn}: turn a key on again`,
      claim: {
        region: [doing(...givesBack)],
        cases: world.resources
          .filter(({ type }) => type === 'AWS::KMS::Key')
          .flatMap((key) => cases.onResource(key, who)),
      },
    },
    never('become another role', doing('sts:AssumeRole'), elsewhere(assumes)),
    never(
      'lift a legal hold',
      doing('s3:PutObjectLegalHold'),
      showing(is('s3:object-lock-legal-hold', 'OFF')),
    ),
    never('write beside suspensions and evidence', doing('s3:PutObject'), elsewhere(writesTo(world))),
    never(
      'attach a policy to anything but the account of the vendor, or one of another owner',
      doing('organizations:AttachPolicy'),
      elsewhere(quarantines(world, account, partitionOf(world))),
    ),
    never(
      'attach another kind of policy',
      doing('organizations:AttachPolicy'),
      showing(fact('StringNotEquals', 'organizations:PolicyType', 'SERVICE_CONTROL_POLICY')),
    ),
  ];
}

const elsewhere = (patterns: readonly string[]): Selector => ({
  resources: { negated: true, patterns },
  conditions: [],
});

/** Resources of AttachPolicy: the vendor's account, and a policy of the organization itself, none of AWS. */
const quarantines = ({ account, organization = 'none' }: World, management: string, partition: string) => {
  const organizations = `arn:${partition}:organizations::${management}`;
  return [
    `${organizations}:account/${organization}/${account}`,
    `${organizations}:policy/${organization}/service_control_policy/p-*`,
  ];
};

const writesTo = (world: World): string[] =>
  world.resources.flatMap(({ type, label, arn }) => {
    if (type !== 'AWS::S3::Bucket') return [];
    if (isBucketOf(world, label, 'state')) return [`${arn}/suspended/*`];
    return isBucketOf(world, label, 'evidence') ? [`${arn}/incidents/*`] : [];
  });

const partitionOf = ({ principals }: World): string => readArn(principals[0]?.arn ?? '')?.partition ?? 'aws';

const isSuspension = (world: World, policy: unknown): boolean => {
  const { vendor, purpose, isBoundary } = readName(asText(policy)) ?? {};
  return vendor === world.name && purpose === 'suspended' && isBoundary === false;
};

/** The policies the switch attaches: made by these templates, and nothing but denials. */
function suspensions({ world }: Subject) {
  const found = world.stacks.flatMap(({ id, template }) =>
    Object.entries((template.Resources ?? {}) as Readonly<Record<string, Template>>).flatMap(
      ([logicalId, { Type, Properties: { ManagedPolicyName: policy, PolicyDocument } = {} }]) =>
        Type === 'AWS::IAM::ManagedPolicy' && isSuspension(world, policy)
          ? [
              {
                policy: asText(policy),
                place: { stack: id, logicalId, path: '' },
                statements: PolicyDocument?.Statement,
              },
            ]
          : [],
    ),
  );
  return found.map(({ policy, place, statements }) => ({
    subject: `${policy} only denies`,
    decide: (): FactVerdict => {
      const opens = [statements].flat().filter((statement) => statement?.Effect !== 'Deny');
      if (opens.length === 0)
        return { kind: 'proved', because: ['every statement of the suspension is Deny'] };
      return {
        kind: 'refuted',
        witness: [`attached by the switch, ${policy} gives ${JSON.stringify(opens[0])}`],
        culprits: [formatPlace(place)],
      };
    },
  }));
}

interface Template {
  readonly Type: string;
  readonly Properties?: {
    readonly ManagedPolicyName?: unknown;
    readonly PolicyDocument?: {
      readonly Statement?: { readonly Effect?: string } | readonly { readonly Effect?: string }[];
    };
  };
}
