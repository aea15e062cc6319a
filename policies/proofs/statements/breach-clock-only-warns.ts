import { type Purpose, words } from '../../template/names.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, isBucketOf, isRoleOf, purposeOf } from '../authoring/select.ts';

/** Everything each role of the clock may ever do, by function; what is not here is a finding. */
const warns: Readonly<Partial<Record<Purpose, readonly string[]>>> = {
  breachClock: [
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'sns:Publish',
  ],
  breachClockMachine: ['lambda:InvokeFunction', 'logs:*', 'xray:*'],
  incidentRecorder: [
    'states:DescribeExecution',
    'states:GetExecutionHistory',
    'states:ListExecutions',
    'states:StartExecution',
  ],
};

export const statement: ProofStatement = {
  id: 'breach-clock-only-warns',
  part: 'integrity',
  title:
    'The breach clock can do nothing but record and warn: it becomes no other role, changes no policy and stops no clock, and writes its own folder alone',
  property: 'never',
  controls: ['LPO-INC-01', 'LPO-IDN-02'],
  assert: ({ world, cases }) =>
    world.principals.flatMap(({ arn, account }) => {
      const purpose = purposeOf(world, arn);
      if (purpose === undefined || warns[purpose] === undefined) return [];
      const fn = words[purpose];
      const who = cases.onAnything(isRoleOf(world, [purpose], account));
      const folders = world.resources
        .filter(({ type, label }) => type === 'AWS::S3::Bucket' && isBucketOf(world, label, 'evidence'))
        .map((bucket) => `${bucket.arn}/clocks/*`);
      return [
        {
          subject: `${fn}: anything else`,
          claim: {
            region: [{ actions: { negated: true, patterns: warns[purpose] ?? [] }, conditions: [] }],
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
