import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type IManagedPolicy,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { logGroupArn } from '../arns.ts';
import { logGroupRetentionDays } from '../logs/workspace-logs.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { machineActions } from './machine-actions.ts';

// A state machine of ours: its log, its role under a boundary, and the machine itself. Functions over the
// caller's scope, and not one construct, because each caller has a place for the role among its other roles.

/** Permissions of a state machine: call the one function behind its steps, deliver its log and trace. */
export const machineStatements = (
  functionArn: string,
): readonly [invoke: PolicyStatement, deliver: PolicyStatement] => [
  new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
  new PolicyStatement({ actions: [...machineActions], resources: ['*'] }),
];

export interface MachineRoleProps {
  /**
   * Name of the role, at most 64 characters.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  readonly roleName: string;
  /** The one Lambda behind every step. */
  readonly functionArn: string;
  /** Ceiling of the role. */
  readonly permissionsBoundary: IManagedPolicy;
  /** The boundary as this stack makes it, so that the role comes after it. */
  readonly madeBoundary: ManagedPolicy;
}

/** Role of a state machine and its policy, which Step Functions alone assumes. */
export interface MachineRole {
  /** Role that the state machine runs with. */
  readonly role: Role;
  /** The role's one policy; the state machine comes after it. */
  readonly policy: ManagedPolicy;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html */
export function machineRole(scope: Construct, id: string, props: MachineRoleProps): MachineRole {
  const role = new Role(scope, id, {
    roleName: props.roleName,
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    permissionsBoundary: props.permissionsBoundary,
  });
  role.node.addDependency(props.madeBoundary);
  const policy = new ManagedPolicy(scope, 'MachinePolicy', {
    roles: [role],
    statements: [...machineStatements(props.functionArn)],
  });
  acknowledge(policy, {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'The log delivery and tracing actions that Step Functions needs take no resource.',
    ...platformSecurityReview,
  });
  return { role, policy };
}

/** Log of every state of every execution; it outlives its stack. */
export function machineLog(scope: Construct, logGroupName: string, keyArn: string): CfnLogGroup {
  const log = new CfnLogGroup(scope, 'StepsLog', {
    logGroupName,
    kmsKeyId: keyArn,
    retentionInDays: logGroupRetentionDays,
    deletionProtectionEnabled: true,
  });
  log.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return log;
}

export interface LoggedMachineProps extends MachineRole {
  /** Short name, lower case with hyphens; it becomes part of a physical name. */
  readonly name: string;
  /** Amazon States Language. */
  readonly definition: object;
  /** Log group the filter reads. */
  readonly log: CfnLogGroup;
  /**
   * Name of the log group.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
   */
  readonly logGroupName: string;
}

/**
 * A standard state machine that logs everything, input and output too, and traces.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export function loggedMachine(scope: Construct, props: LoggedMachineProps): CfnStateMachine {
  const machine = new CfnStateMachine(scope, 'Machine', {
    stateMachineName: props.name,
    stateMachineType: 'STANDARD',
    roleArn: props.role.roleArn,
    definitionString: JSON.stringify(props.definition),
    loggingConfiguration: {
      level: 'ALL',
      includeExecutionData: true,
      destinations: [
        { cloudWatchLogsLogGroup: { logGroupArn: `${logGroupArn(scope, props.logGroupName)}:*` } },
      ],
    },
    tracingConfiguration: { enabled: true },
  });
  machine.node.addDependency(props.log, props.policy);
  return machine;
}
