import { Duration } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryName, connectHandlerName, logGroupName, serviceFunctionName } from '../../model/names.ts';
import type { PublishedRoster } from '../../model/published-roster.ts';
import { statePrefixes } from '../../model/state-keys.ts';
import { bucketArn, policyArn } from '../arns.ts';
import { HandlerFunction } from '../functions/handler-function.ts';
import { JsonAsset } from '../functions/json-asset.ts';

export interface ConnectFunctionsProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** People, their groups, sites and walls, as the connect handler and the sweep read them. */
  readonly roster: PublishedRoster;
  /** Name of the bucket that holds suspensions and VPN sessions. */
  readonly stateBucketName: string;
  /** Key of the log groups. */
  readonly logKeyArn: string;
  /** Encrypted topic for what needs a person. */
  readonly alertTopicArn: string;
}

/** Decides at each VPN connection, and ends at night the sessions of people whose records expired. */
export class ConnectFunctions extends Construct {
  readonly connect: HandlerFunction;
  readonly sweep: HandlerFunction;

  constructor(scope: Construct, id: string, props: ConnectFunctionsProps) {
    super(scope, id);
    const { vendor } = props;
    const roster = new JsonAsset(this, 'Roster', props.roster);
    const environment = {
      VENDOR: vendor,
      ROSTER_BUCKET: roster.bucketName,
      ROSTER_KEY: roster.objectKey,
      ROSTER_SHA256: roster.sha256,
      STATE_BUCKET: props.stateBucketName,
    };
    const state = bucketArn(this, props.stateBucketName);
    const sessions = `${state}/${statePrefixes.sessions}/*`;
    const shared = {
      boundaryArn: policyArn(this, boundaryName(vendor, 'service')),
      environment,
      logKeyArn: props.logKeyArn,
      memoryMb: 512,
    };
    const reading = [
      new PolicyStatement({
        sid: 'Roster',
        actions: ['s3:GetObject'],
        resources: [bucketArn(this, roster.bucketName, roster.objectKey)],
      }),
      // What is suspended is a name in the list; a session that is not there must not be "denied".
      new PolicyStatement({ sid: 'NamesAreAnAnswer', actions: ['s3:ListBucket'], resources: [state] }),
    ];
    // Client VPN invokes it through its service-linked role, which may call AWSClientVPN-* and nothing else.
    this.connect = new HandlerFunction(this, 'Connect', {
      ...shared,
      handler: 'connect',
      functionName: connectHandlerName(vendor),
      roleName: serviceFunctionName(vendor, 'connect'),
      logGroupName: logGroupName(vendor, 'connect'),
      timeout: Duration.seconds(15),
      statements: [
        ...reading,
        new PolicyStatement({ sid: 'Sessions', actions: ['s3:PutObject'], resources: [sessions] }),
      ],
      wildcardReason: 'The wildcard stands for the small state objects under one prefix of one bucket.',
    });
    this.sweep = new HandlerFunction(this, 'Sweep', {
      ...shared,
      handler: 'sweep',
      functionName: serviceFunctionName(vendor, 'sweep'),
      roleName: serviceFunctionName(vendor, 'sweep'),
      logGroupName: logGroupName(vendor, 'sweep'),
      timeout: Duration.minutes(10),
      statements: [
        ...reading,
        new PolicyStatement({ sid: 'Sessions', actions: ['s3:GetObject'], resources: [sessions] }),
        new PolicyStatement({
          sid: 'EndSessions',
          actions: [
            'ec2:DescribeClientVpnConnections',
            'ec2:DescribeClientVpnEndpoints',
            'ec2:TerminateClientVpnConnections',
          ],
          resources: ['*'],
        }),
      ],
      wildcardReason:
        'State objects under one prefix; the sweep looks at every VPN endpoint of the account, which has one.',
      noDeadLettersReason:
        'Its event is empty: a failed night raises the alarm, and the next run looks at every session again.',
    });
    new Rule(this, 'Nightly', {
      description: 'Ends VPN sessions of people whose records expired',
      schedule: Schedule.cron({ minute: '5', hour: '0' }),
      targets: [new LambdaFunction(this.sweep.function, { event: RuleTargetInput.fromObject({}) })],
    });
    for (const [name, fn] of [
      ['ConnectFails', this.connect],
      ['SweepFails', this.sweep],
    ] as const)
      new CfnAlarm(this, name, {
        alarmDescription: `${name}: the function failed; connections are refused, or sessions not judged`,
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensions: [{ name: 'FunctionName', value: fn.function.functionName }],
        statistic: 'Sum',
        period: 300,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        treatMissingData: 'notBreaching',
        alarmActions: [props.alertTopicArn],
      });
  }
}
