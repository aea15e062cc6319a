import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { logGroupArn } from '../arns.ts';
import { logGroupRetentionDays } from '../logs/workspace-logs.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import type { HandlerName } from './bundle-handler.ts';
import { bundledCode } from './bundled-code.ts';

export interface HandlerFunctionProps {
  /** Folder of `lib/functions` whose `index.ts` is the entry. */
  readonly handler: HandlerName;
  /** Name of the function, at most 64 characters. */
  readonly functionName: string;
  /**
   * Name of the role, at most 64 characters.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly roleName: string;
  /** ARN of the permissions boundary. */
  readonly boundaryArn: string;
  /** Permissions of the function beyond writing its own log. */
  readonly statements: readonly PolicyStatement[];
  /** Why statements name wildcards, one sentence. @default - none does */
  readonly wildcardReason?: string;
  /**
   * Environment variables, 4 KB in all.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
   */
  readonly environment: Readonly<Record<string, string>>;
  /** Time after which Lambda ends a call, at most 15 minutes. */
  readonly timeout: Duration;
  /** Memory in MB, 128 to 10,240; processor time grows with it. */
  readonly memoryMb: number;
  /**
   * Name of the log group.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
   */
  readonly logGroupName: string;
  /** Key of the log group. */
  readonly logKeyArn: string;
  /**
   * Why nothing is lost without a queue for failed events.
   *
   * @default - the caller waits for the answer and gets the failure itself
   */
  readonly noDeadLettersReason?: string;
}

/** A Lambda function of ours: its own role under a boundary, its own encrypted log, code bundled at synthesis. */
export class HandlerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly policy: ManagedPolicy;
  readonly logGroup: CfnLogGroup;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    this.logGroup = new CfnLogGroup(this, 'Log', {
      logGroupName: props.logGroupName,
      kmsKeyId: props.logKeyArn,
      retentionInDays: logGroupRetentionDays,
      deletionProtectionEnabled: true,
    });
    this.logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN);

    this.role = new Role(this, 'Role', {
      roleName: props.roleName,
      // Lambda documents no source condition for an execution role: one that it does not send shuts the function out.
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(this, 'Boundary', props.boundaryArn),
    });
    const streams = logGroupArn(this, `${props.logGroupName}:*`);
    this.policy = new ManagedPolicy(this, 'Policy', {
      roles: [this.role],
      statements: [
        new PolicyStatement({
          sid: 'OwnLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [streams],
        }),
        ...props.statements,
      ],
    });
    this.function = new LambdaFunction(this, 'Function', {
      functionName: props.functionName,
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: bundledCode(props.handler),
      role: this.role,
      environment: { ...props.environment },
      timeout: props.timeout,
      memorySize: props.memoryMb,
      logGroup: LogGroup.fromLogGroupName(this, 'LogByName', props.logGroupName),
    });
    this.function.node.addDependency(this.policy, this.logGroup);
    this.accept(this.policy, props, streams);
  }

  private accept(policy: ManagedPolicy, props: HandlerFunctionProps, streams: string): void {
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${streams}]`,
      reason: 'The wildcard stands for the streams of one named log group; Lambda names them at run time.',
      ...platformSecurityReview,
    });
    const wildcards = props.statements
      .flatMap(({ resources }) => resources)
      .filter((resource) => resource.includes('*'));
    if (wildcards.length > 0)
      acknowledge(policy, {
        rule: [...new Set(wildcards)].map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
        reason: props.wildcardReason ?? '',
        ...platformSecurityReview,
      });
    acknowledge(this.function, {
      rule: 'NIST.800.53.R5-LambdaInsideVPC',
      reason:
        'It calls AWS APIs only; inside the closed network it would need doors there that nobody else needs.',
      ...platformSecurityReview,
    });
    acknowledge(this.function, {
      rule: 'NIST.800.53.R5-LambdaConcurrency',
      reason:
        'The account runs nothing that could starve it, and a fresh account has too little concurrency to reserve.',
      ...platformSecurityReview,
    });
    acknowledge(this.function, {
      rule: 'NIST.800.53.R5-LambdaDLQ',
      reason:
        props.noDeadLettersReason ??
        'It is called synchronously: the caller gets the failure itself and no event is left behind.',
      ...platformSecurityReview,
    });
  }
}
