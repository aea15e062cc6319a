import { ssmParametersOf } from '../../template/template-facts.ts';
import { is } from '../cases/fact.ts';
import type { Task } from '../work/job.ts';
import { noResource } from '../work/sources.ts';
import type { Deployer, World } from '../world/world.ts';

const guide = 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html';

/** Steps of `cdk deploy` in an account and Region before CloudFormation begins, and while it waits. */
export const commandLineOf = (world: World): Task[] =>
  world.deployers.flatMap((deployer) => stepsIn(world, deployer));

function stepsIn(world: World, { arn, account, region, partition, commandLine }: Deployer): Task[] {
  const stacks = world.stacks.filter((stack) => stack.account === account && stack.region === region);
  const step = (
    role: string | undefined,
    does: string,
    actions: readonly string[],
    on: readonly string[],
    shows: Task['shows'] = [],
    from: Task['from'] = 'internet',
  ): Task => ({
    does: `${does} in ${account}, ${region}`,
    who: { kind: 'deployment', arn: role ?? `a role of cdk bootstrap in ${account}` },
    actions,
    on,
    shows: [...shows, is('aws:RequestedRegion', region)],
    from,
    source: guide,
  });
  const { deploy, publishing, assets = 'unknown' } = commandLine;
  const bucket = `arn:${partition}:s3:::${assets}`;
  const ofStacks = stacks.map(
    ({ stackName }) => `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/*`,
  );
  const parameters = [...new Set(stacks.flatMap(ssmParametersOf))].map(
    (name) => `arn:${partition}:ssm:${region}:${account}:parameter${name}`,
  );
  return [
    step(
      publishing,
      'looks for assets',
      ['s3:GetBucketLocation', 's3:ListBucket', 's3:GetEncryptionConfiguration'],
      [bucket],
    ),
    step(publishing, 'uploads assets', ['s3:GetObject', 's3:PutObject'], [`${bucket}/*`]),
    step(
      publishing,
      'encrypts assets',
      ['kms:GenerateDataKey', 'kms:Decrypt'],
      [`arn:${partition}:kms:${region}:${account}:key/*`],
      [is('kms:ViaService', `s3.${region}.amazonaws.com`)],
      'service',
    ),
    step(deploy, 'reads the version of the bootstrap', ['ssm:GetParameter', 'ssm:GetParameters'], parameters),
    step(
      deploy,
      'makes a change set, runs it and looks on',
      [
        'cloudformation:CreateChangeSet',
        'cloudformation:DeleteChangeSet',
        'cloudformation:DescribeChangeSet',
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStacks',
        'cloudformation:ExecuteChangeSet',
        'cloudformation:GetTemplate',
        'cloudformation:UpdateTerminationProtection',
      ],
      ofStacks,
    ),
    step(
      deploy,
      'makes a small stack by itself, rolls a failed one back, removes one',
      [
        'cloudformation:ContinueUpdateRollback',
        'cloudformation:CreateStack',
        'cloudformation:DeleteStack',
        'cloudformation:RollbackStack',
        'cloudformation:UpdateStack',
      ],
      ofStacks,
    ),
    {
      ...step(
        deploy,
        'take a role of the command line',
        ['sts:AssumeRole'],
        [deploy, publishing].flatMap(known),
      ),
      who: { kind: 'account', account },
    },
    step(
      deploy,
      'hands over the execution role',
      ['iam:PassRole'],
      [arn],
      [is('iam:PassedToService', 'cloudformation.amazonaws.com')],
    ),
    step(deploy, 'has CloudFormation read a template', ['s3:GetObject'], [`${bucket}/*`], [], 'service'),
    step(
      deploy,
      'has CloudFormation decrypt a template',
      ['kms:Decrypt'],
      [`arn:${partition}:kms:${region}:${account}:key/*`],
      [is('kms:ViaService', `s3.${region}.amazonaws.com`)],
      'service',
    ),
    step(deploy, 'asks who it is', ['sts:GetCallerIdentity'], [noResource]),
  ];
}

const known = (arn: string | undefined): string[] => (arn === undefined ? [] : [arn]);
