import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { proveAssembly } from '../../../policies/proofs/prove-assembly.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are edited as JSON is
type Template = Record<string, any>;

const room = exampleAssembly('meridian');
const letter = (at: number) => String.fromCharCode(97 + (at % 26));
const globs = Array.from({ length: 60 }, (_, at) => `*${letter(at)}*${letter(at * 7 + 3)}*`);

/** The room with further statements in the policy of one bucket of documents. */
function withStatements(...statements: readonly Template[]): Assembly {
  const stacks = room.stacks.map((one) => {
    if (one.id !== 'meridian/Matter-m-7f3a9c') return one;
    const template = structuredClone(one.template);
    const [policy] = Object.values(template.Resources as Template).filter(
      ({ Type }) => Type === 'AWS::S3::BucketPolicy',
    );
    policy.Properties.PolicyDocument.Statement.push(
      ...statements.map((each) => ({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: '*',
        ...each,
      })),
    );
    return { ...one, template };
  });
  return { ...room, stacks };
}

/** What is not proved, without a jest timeout of its own: a prover that does not end runs into it. */
const open = (assembly: Assembly) =>
  proveAssembly(assembly, { statements: decided }).results.filter(({ verdict }) => verdict.kind !== 'proved');

/** AWS would refuse so large a policy, which its own job says. */
const decided = allStatements.filter(({ id }) => id !== 'aws-accepts-every-resource');

test.each<[string, readonly Template[], RegExp]>([
  [
    'resources',
    globs.map((glob) => ({ Resource: `arn:aws:s3:::${glob}` })),
    /^(resource|parent): more than \d+ steps/,
  ],
  [
    'principals',
    globs.map((glob) => ({ Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${glob}` } } })),
    /^aws:principalarn: more than \d+ steps/,
  ],
  ['actions', globs.map((glob) => ({ Action: `s3:${glob}` })), /^action: more than \d+ steps/],
])('sixty globs over %s leave unknown what they may decide, and the rest proved', (_, statements, why) => {
  const unknown = open(withStatements(...statements));
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.length).toBeLessThan(120);
  for (const { verdict } of unknown)
    expect(verdict.kind === 'unknown' ? verdict.reason : verdict.kind).toMatch(why);
  const others = unknown.flatMap(({ statement, subject }) =>
    !subject.includes('m-7f3a9c') && subject.includes('m-2be41d') ? [`${statement.id}: ${subject}`] : [],
  );
  expect(others).toEqual([]);
});

test('a value that is nested without end is not understood, and nothing throws', () => {
  let deep: unknown = 'x';
  for (let at = 0; at < 20_000; at++) deep = { 'Fn::Join': ['', [deep]] };
  const report = proveAssembly(withStatements({ Resource: deep }));
  expect(report.failures).toHaveLength(1);
  const vendor = report.results.filter(({ world }) => world === 'meridian');
  expect(new Set(vendor.map(({ verdict }) => verdict.kind))).toEqual(new Set(['unknown']));
});

test('wildcards without end in a trust policy are compared all the same', () => {
  const stacks = room.stacks.map((one) => {
    if (one.id !== 'meridian/Access') return one;
    const template = structuredClone(one.template);
    const [role] = Object.values(template.Resources as Template).filter(
      ({ Type }) => Type === 'AWS::IAM::Role',
    );
    role.Properties.AssumeRolePolicyDocument.Statement.push({
      Effect: 'Allow',
      Principal: { AWS: '200000000001' },
      Action: `sts:${'*a'.repeat(30)}b`,
    });
    return { ...one, template };
  });
  expect(open({ ...room, stacks }).map(({ statement, subject }) => `${statement.id}: ${subject}`)).toEqual(
    [],
  );
});
