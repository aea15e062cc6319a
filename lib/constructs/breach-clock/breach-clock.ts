import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import type { BreachDuty } from '../../model/breach-duty.ts';
import {
  incidentRecorderRoleName,
  logGroupName,
  machineLogGroupName,
  serviceFunctionName,
} from '../../model/names.ts';
import { bucketArn, functionArn } from '../arns.ts';
import { HandlerFunction } from '../functions/handler-function.ts';
import { JsonAsset } from '../functions/json-asset.ts';
import { loggedMachine, machineLog } from '../functions/state-machine.ts';
import { breachClockDefinition } from './breach-clock-definition.ts';
import { clockPermissions } from './clock-permissions.ts';
import { ClockRoles } from './clock-roles.ts';

export interface BreachClockProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Duties to notify that concern the vendor's matters: recipient, period, law. */
  readonly duties: readonly BreachDuty[];
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Bucket of the log archive that keeps when the firm became aware. */
  readonly evidenceBucketName: string;
  /** Account of the log archive, twelve digits. */
  readonly logArchiveAccount: string;
  /** Topic of this account that warnings go to. */
  readonly topicArn: string;
  /** ARN of the KMS key of the log groups; its policy lets CloudWatch Logs use it. */
  readonly logKeyArn: string;
}

/** Warns the owner of every breach notification ahead of its deadline, from a moment of awareness written once. */
export class BreachClock extends Construct {
  /** Role of the function; policies elsewhere name it. */
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BreachClockProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const { vendor, topicArn } = props;
    const name = serviceFunctionName(vendor, 'breach-clock');
    const handlerArn = functionArn(this, name);
    const stepsLog = machineLogGroupName(vendor, 'breach-clock-steps');
    const duties = new JsonAsset(this, 'Duties', props.duties);
    const statements = clockPermissions({
      ...{ partition, region, account, topicArn },
      dutiesArn: bucketArn(this, duties.bucketName, duties.objectKey),
      domainSuffix: RegionInfo.get(region).domainSuffix ?? 'amazonaws.com',
      evidenceBucketName: props.evidenceBucketName,
      logArchiveAccount: props.logArchiveAccount,
    });
    const roles = new ClockRoles(this, 'Roles', {
      vendor,
      machineName: name,
      functionArn: handlerArn,
      organizationId: props.organizationId,
      recorderRoleName: incidentRecorderRoleName(vendor),
      functionStatements: statements,
    });
    const handler = new HandlerFunction(this, 'Handler', {
      handler: 'breach-clock',
      functionName: name,
      roleName: name,
      boundaryArn: roles.boundaryArn,
      statements: statements.map((statement) => statement.copy()),
      wildcardReason:
        'Records of incidents under one prefix, and keys that only S3 and SNS use for it; each key says so itself.',
      environment: {
        VENDOR: vendor,
        DUTIES_BUCKET: duties.bucketName,
        DUTIES_KEY: duties.objectKey,
        DUTIES_SHA256: duties.sha256,
        EVIDENCE_BUCKET: props.evidenceBucketName,
        TOPIC_ARN: topicArn,
      },
      timeout: Duration.seconds(50),
      memoryMb: 256,
      logGroupName: logGroupName(vendor, 'breach-clock'),
      logKeyArn: props.logKeyArn,
    });
    this.role = handler.role;
    handler.node.addDependency(roles.boundary);
    const machine = loggedMachine(this, {
      ...roles.machine,
      name,
      definition: breachClockDefinition(handlerArn),
      log: machineLog(this, stepsLog, props.logKeyArn),
      logGroupName: stepsLog,
    });
    // A state machine that goes takes its running clocks along.
    machine.applyRemovalPolicy(RemovalPolicy.RETAIN);
    machine.node.addDependency(handler);
    this.alarms(handler.function.functionName, machine.ref, topicArn);
  }

  /** A clock that stops, or a warning that cannot go out, is itself a warning. */
  private alarms(functionName: string, machineArn: string, topicArn: string): void {
    const alarm = (id: string, namespace: string, metricName: string, name: string, value: string) =>
      new CfnAlarm(this, id, {
        alarmDescription: `Breach clock: ${metricName}; a deadline may pass without a warning`,
        ...{ namespace, metricName, dimensions: [{ name, value }] },
        ...{ statistic: 'Sum', period: 300, evaluationPeriods: 1, threshold: 1 },
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        treatMissingData: 'notBreaching',
        alarmActions: [topicArn],
      });
    alarm('WarningFails', 'AWS/Lambda', 'Errors', 'FunctionName', functionName);
    for (const metric of ['ExecutionsFailed', 'ExecutionsAborted', 'ExecutionsTimedOut'])
      alarm(metric, 'AWS/States', metric, 'StateMachineArn', machineArn);
  }
}
