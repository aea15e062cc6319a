import { asText } from '../../../lib/model/as-text.ts';
import { quotaFigures } from '../../reading/quota-figures.ts';
import type { FactVerdict } from '../authoring/proof-statement.ts';
import type { Fact } from '../work/job.ts';
import type { Made, World } from '../world/world.ts';
import { keyProblems, usersOfKeys } from './key-problems.ts';
import { identityOf, nameProblems } from './name-problems.ts';
import { policiesOf } from './policies-of.ts';
import { policyProblems } from './policy-problems.ts';
import type { Known } from './principal-problem.ts';
import { formatProblem, type Problem } from './problem.ts';
import { attachedToRoles, roleProblems } from './role-problems.ts';
import { sizeProblems } from './size-problems.ts';
import { stackProblems } from './stack-problems.ts';

/** Facts that AWS takes the stacks, their resources and the policies of the execution roles as they are written. */
export function acceptances(world: World): Fact[] {
  const made = world.types.flatMap((type) => world.ofType(type));
  const look = once(() => lookAround(world, made));
  return [
    ...world.stacks.map((stack) =>
      fact(`AWS takes the stack ${stack.id}`, () =>
        stackProblems(stack, world.ofType('AWS::Lambda::Function')),
      ),
    ),
    ...executionPolicies(world, look),
    ...made
      .filter(({ type }) => looked.some((one) => type.startsWith(one)))
      .map((one) =>
        fact(`AWS takes ${one.place.stack} ${one.place.logicalId}`, () => resourceProblems(one, look())),
      ),
  ];
}

/** Families of types about whose resources something is asked. */
const looked = [
  'AWS::Backup::',
  'AWS::EC2::VPCEndpoint',
  'AWS::Events::',
  'AWS::IAM::',
  'AWS::KMS::',
  'AWS::Lambda::Function',
  'AWS::Logs::',
  'AWS::Organizations::',
  'AWS::S3::',
  'AWS::SNS::',
  'AWS::SQS::',
  'AWS::StepFunctions::',
];

interface Around {
  readonly known: Known;
  readonly attached: ReturnType<typeof attachedToRoles>;
  readonly keyUsers: ReadonlyMap<string, readonly Made[]>;
  readonly byIdentity: ReadonlyMap<string, readonly Made[]>;
  readonly keys: ReadonlyMap<string, Made>;
  /** Control policies by type and target. */
  readonly attachedTo: ReadonlyMap<string, number>;
}

function lookAround(world: World, made: readonly Made[]): Around {
  const byIdentity = new Map<string, Made[]>();
  for (const one of made) {
    const identity = identityOf(one);
    if (identity !== undefined) byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), one]);
  }
  const attachedTo = new Map<string, number>();
  for (const { properties } of world.ofType('AWS::Organizations::Policy'))
    for (const target of [properties.TargetIds ?? []].flat()) {
      const key = `${asText(properties.Type)} ${asText(target)}`;
      attachedTo.set(key, (attachedTo.get(key) ?? 0) + 1);
    }
  return {
    known: {
      accounts: new Set(world.stacks.flatMap(({ account }) => account ?? [])),
      principals: new Set([
        ...world.principals.map(({ arn }) => arn),
        ...world.deployers.flatMap(({ arn, commandLine: { deploy, publishing } }) =>
          [arn, deploy, publishing].filter((role) => role !== undefined),
        ),
      ]),
    },
    attached: attachedToRoles(world),
    keyUsers: usersOfKeys(world),
    byIdentity,
    keys: new Map(
      world.ofType('AWS::KMS::Key').flatMap((key) => [
        [key.arn, key],
        [key.reference, key],
      ]),
    ),
    attachedTo,
  };
}

function resourceProblems(one: Made, around: Around): Problem[] {
  return [
    ...nameProblems(one),
    ...sizeProblems(one),
    ...twins(one, around),
    ...policiesOf(one).flatMap((policy) => policyProblems(policy, around.known)),
    ...(one.type === 'AWS::IAM::Role' ? roleProblems(one, around.attached) : []),
    ...(one.type === 'AWS::KMS::Key' ? keyProblems(one, around.keyUsers.get(one.arn) ?? []) : []),
    ...(one.type === 'AWS::KMS::Alias' ? aliasProblems(one, around) : []),
    ...(one.type === 'AWS::SNS::Topic' ? topicProblems(one) : []),
    ...(one.type === 'AWS::Organizations::Policy' ? attachmentProblems(one, around) : []),
  ];
}

function twins(one: Made, { byIdentity }: Around): Problem[] {
  const identity = identityOf(one);
  const others = (identity === undefined ? [] : (byIdentity.get(identity) ?? [])).filter(
    (other) => other !== one,
  );
  return others.map(({ place }) => ({
    at: 'name',
    got: `the same as ${place.stack} ${place.logicalId}`,
    expected: 'a name of its own',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
  }));
}

/** An alias leads to a key of its own account and Region. */
function aliasProblems({ account, region, properties }: Made, { keys }: Around): Problem[] {
  const key = keys.get(asText(properties.TargetKeyId));
  return key?.account === account && key.region === region
    ? []
    : [
        {
          at: 'Properties.TargetKeyId',
          got: asText(properties.TargetKeyId),
          expected: `a key that a template makes in ${account}, ${region}`,
          source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
        },
      ];
}

/** A topic in order delivers to queues alone, and its name says what it is. */
function topicProblems({ properties: { FifoTopic, TopicName } }: Made): Problem[] {
  const isFifo = FifoTopic !== undefined && asText(FifoTopic) !== 'false';
  const source = 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html';
  return [
    ...(isFifo
      ? [
          {
            at: 'Properties.FifoTopic',
            got: asText(FifoTopic),
            expected: 'a topic that reaches people',
            source,
          },
        ]
      : []),
    ...(isFifo !== asText(TopicName ?? '').endsWith('.fifo')
      ? [
          {
            at: 'Properties.TopicName',
            got: asText(TopicName ?? 'none'),
            expected: '.fifo with FifoTopic alone',
            source,
          },
        ]
      : []),
  ];
}

/** AWS attaches one of its own to every target, which counts. */
function attachmentProblems({ properties }: Made, { attachedTo }: Around): Problem[] {
  const type = asText(properties.Type);
  const quota = {
    SERVICE_CONTROL_POLICY: quotaFigures['organizations-scps-attached'],
    RESOURCE_CONTROL_POLICY: quotaFigures['organizations-rcps-attached'],
  }[type];
  if (quota === undefined) return [];
  return [properties.TargetIds ?? []]
    .flat()
    .map(asText)
    .flatMap((target) => {
      const count = 1 + (attachedTo.get(`${type} ${target}`) ?? 0);
      return count <= quota.value
        ? []
        : [
            {
              at: 'Properties.TargetIds',
              got: `${count} policies on ${target}, that of AWS among them`,
              expected: `at most ${quota.value}`,
              source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
            },
          ];
    });
}

/** Policies of the execution roles, which `cdk bootstrap` is given as managed policies. */
function executionPolicies(world: World, look: () => Around): Fact[] {
  const policies = new Map(
    world.stacks.flatMap(({ account = '', deployment }) =>
      deployment?.policy === undefined ? [] : [[account, deployment.policy] as const],
    ),
  );
  return [...policies].map(([account, document]) => {
    const at = `bootstrap/${account}.json`;
    return fact(`AWS takes ${at}`, () =>
      policyProblems({ kind: 'managed policy', at, document }, look().known),
    );
  });
}

const fact = (subject: string, find: () => readonly Problem[]): Fact => ({
  subject,
  decide: (): FactVerdict => {
    const problems = find();
    return problems.length === 0
      ? { kind: 'proved', because: ['what AWS documents about it'] }
      : {
          kind: 'refuted',
          witness: problems.map(formatProblem),
          culprits: [...new Set(problems.map(({ source }) => source))],
        };
  },
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
