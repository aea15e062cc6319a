import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, isRoleOf, roleName } from '../authoring/select.ts';

/** Everything each role of the clock may ever do, by function; what is not here is a finding. */
const warns: Readonly<Record<string, readonly string[]>> = {
  'breach-clock': [
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'sns:Publish',
  ],
  'breach-clock-machine': ['lambda:InvokeFunction', 'logs:*', 'xray:*'],
  'incident-recorder': [
    'states:DescribeExecution',
    'states:GetExecutionHistory',
    'states:ListExecutions',
    'states:StartExecution',
  ],
};

export const statement: ProofStatement = {
  id: 'breach-clock-only-warns',
  part: 'custody',
  title:
    'The breach clock can do nothing but record and warn: it becomes no other role, changes no policy and stops no clock, and writes its own folder alone',
  property: 'never',
  controls: ['LPO-INC-01', 'LPO-IDN-02'],
  assert: ({ world, cases }) =>
    world.principals.flatMap(({ arn, account }) => {
      const fn = Object.keys(warns).find((each) => roleName(arn) === `lpo-${world.name}-${each}`);
      if (fn === undefined) return [];
      const who = cases.onAnything(isRoleOf(world, [fn], account));
      const folders = world.resources
        .filter(
          ({ type, label }) => type === 'AWS::S3::Bucket' && label.startsWith(`lpo-${world.name}-evidence-`),
        )
        .map((bucket) => `${bucket.arn}/clocks/*`);
      return [
        {
          subject: `${fn}: anything else`,
          claim: {
            region: [{ actions: { negated: true, patterns: warns[fn] ?? [] }, conditions: [] }],
            cases: who,
          },
        },
        {
          subject: `${fn}: write beside its folder`,
          claim: {
            region: [
              doing('s3:PutObject'),
              { resources: { negated: true, patterns: folders }, conditions: [] },
            ],
            cases: who,
          },
        },
      ];
    }),
};
