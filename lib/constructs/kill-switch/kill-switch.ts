import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  Effect,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import {
  boundaryName,
  commanderRoleName,
  containmentRoleName,
  serviceFunctionName,
} from '../../model/names.ts';
import { type SwitchMatter, switchMatterSettings } from '../../model/switch-matters.ts';
import { acknowledge } from '../acknowledge.ts';
import { HandlerFunction } from '../functions/handler-function.ts';
import { machineActions } from '../functions/machine-actions.ts';
import { logGroupRetentionDays } from '../logs/workspace-logs.ts';
import { killSwitchDefinition } from './kill-switch-definition.ts';

export interface KillSwitchProps {
  readonly vendor: string;
  readonly vendorAccount: string;
  readonly matters: readonly SwitchMatter[];
  readonly organizationId: string;
  readonly stateBucketName: string;
  readonly evidenceBucketName: string;
  readonly logArchiveAccount: string;
  /** Role in the management account that attaches the quarantine and can do nothing else. */
  readonly quarantineRoleArn: string;
  readonly quarantinePolicyName: string;
  readonly topicArn: string;
  readonly logKeyArn: string;
}

/**
 * One action that suspends a vendor, a matter or one person, from the security account: not from the account
 * that it freezes.
 */
export class KillSwitch extends Construct {
  /** Role of the function; policies elsewhere name it. */
  readonly role: Role;

  constructor(scope: Construct, id: string, props: KillSwitchProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const { vendor } = props;
    const name = serviceFunctionName(vendor, 'kill-switch');
    const functionArn = `arn:${partition}:lambda:${region}:${account}:function:${name}`;
    const containmentRole = `arn:${partition}:iam::${props.vendorAccount}:role/${containmentRoleName(vendor)}`;
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const evidence = `arn:${partition}:s3:::${props.evidenceBucketName}/incidents/*`;
    const statements = [
      new PolicyStatement({
        sid: 'ActThroughTwoRoles',
        actions: ['sts:AssumeRole'],
        resources: [containmentRole, props.quarantineRoleArn],
      }),
      new PolicyStatement({
        sid: 'EvidenceUnderHold',
        actions: ['s3:PutObject', 's3:PutObjectLegalHold'],
        resources: [evidence],
      }),
      new PolicyStatement({
        sid: 'NoHoldIsLifted',
        effect: Effect.DENY,
        actions: ['s3:PutObjectLegalHold'],
        resources: [evidence],
        conditions: { StringEquals: { 's3:object-lock-legal-hold': 'OFF' } },
      }),
      new PolicyStatement({
        sid: 'EvidenceIsEncrypted',
        actions: ['kms:GenerateDataKey'],
        resources: [`arn:${partition}:kms:${region}:${props.logArchiveAccount}:key/*`],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${suffix}` } },
      }),
      new PolicyStatement({ sid: 'Tell', actions: ['sns:Publish'], resources: [props.topicArn] }),
      new PolicyStatement({
        sid: 'TellEncrypted',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
        conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.${suffix}` } },
      }),
    ];
    const machineLog = `/lpo/${vendor}/kill-switch-steps`;
    const boundary = this.boundary(props, statements, functionArn);
    const handler = new HandlerFunction(this, 'Handler', {
      handler: 'kill-switch',
      functionName: name,
      roleName: name,
      boundaryArn: boundary.arn,
      statements: statements.map((statement) => statement.copy()),
      wildcardReason:
        'Evidence files of incidents, and keys that only S3 and SNS use for it; each key says so itself.',
      environment: {
        VENDOR: vendor,
        VENDOR_ACCOUNT: props.vendorAccount,
        PARTITION: partition,
        ...switchMatterSettings(props.matters),
        STATE_BUCKET: props.stateBucketName,
        EVIDENCE_BUCKET: props.evidenceBucketName,
        TOPIC_ARN: props.topicArn,
        QUARANTINE_POLICY: props.quarantinePolicyName,
        CONTAINMENT_ROLE: containmentRole,
        QUARANTINE_ROLE: props.quarantineRoleArn,
      },
      timeout: Duration.seconds(110),
      memoryMb: 512,
      logGroupName: `/lpo/${vendor}/kill-switch`,
      logKeyArn: props.logKeyArn,
    });
    this.role = handler.role;
    handler.node.addDependency(boundary.policy);
    const log = new CfnLogGroup(this, 'StepsLog', {
      logGroupName: machineLog,
      kmsKeyId: props.logKeyArn,
      retentionInDays: logGroupRetentionDays,
      deletionProtectionEnabled: true,
    });
    log.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const role = this.machineRole(vendor, functionArn, boundary);
    const machine = new CfnStateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: 'STANDARD',
      roleArn: role.role.roleArn,
      definitionString: JSON.stringify(killSwitchDefinition(functionArn)),
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: true,
        destinations: [
          {
            cloudWatchLogsLogGroup: {
              logGroupArn: `arn:${partition}:logs:${region}:${account}:log-group:${machineLog}:*`,
            },
          },
        ],
      },
      tracingConfiguration: { enabled: true },
    });
    machine.node.addDependency(log, role.policy, handler);
    this.commander(props, name, boundary);
  }

  /** People of the security account with fresh MFA may throw the switch and look at what it did. */
  private commander(props: KillSwitchProps, machine: string, boundary: Boundary): void {
    const { partition, region, account } = Stack.of(this);
    const role = new Role(this, 'Commander', {
      roleName: commanderRoleName(props.vendor),
      description: 'Throws the kill switch',
      assumedBy: new AccountPrincipal(account).withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      maxSessionDuration: Duration.hours(1),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(this, 'CommanderBoundary', boundary.arn),
    });
    role.node.addDependency(boundary.policy);
    const states = `arn:${partition}:states:${region}:${account}`;
    const policy = new ManagedPolicy(this, 'CommanderPolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [`${states}:stateMachine:${machine}`],
        }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
          resources: [`${states}:execution:${machine}:*`],
        }),
      ],
    });
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${states}:execution:${machine}:*]`,
      reason: 'The wildcard stands for the executions of this one state machine.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });
  }

  private machineRole(vendor: string, functionArn: string, boundary: Boundary) {
    const { account } = Stack.of(this);
    const role = new Role(this, 'MachineRole', {
      roleName: `${serviceFunctionName(vendor, 'kill-switch')}-machine`,
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(this, 'MachineBoundary', boundary.arn),
    });
    role.node.addDependency(boundary.policy);
    const policy = new ManagedPolicy(this, 'MachinePolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
        new PolicyStatement({ actions: [...machineActions], resources: ['*'] }),
      ],
    });
    acknowledge(policy, {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The log delivery and tracing actions that Step Functions needs take no resource.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });
    return { role, policy };
  }

  /** Ceiling of the switch's own roles in the security account. */
  private boundary(props: KillSwitchProps, statements: PolicyStatement[], functionArn: string): Boundary {
    const { partition, region, account } = Stack.of(this);
    const managedPolicyName = boundaryName(props.vendor, 'service');
    const logs = `arn:${partition}:logs:${region}:${account}:log-group:/lpo/${props.vendor}/*`;
    const machine = serviceFunctionName(props.vendor, 'kill-switch');
    const states = `arn:${partition}:states:${region}:${account}`;
    const all = [
      ...statements,
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs] }),
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:GetExecutionHistory', 'states:StartExecution'],
        resources: [`${states}:stateMachine:${machine}`, `${states}:execution:${machine}:*`],
      }),
      new PolicyStatement({ actions: [...machineActions], resources: ['*'] }),
    ];
    const policy = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName,
      description: 'Permissions boundary: kill switch',
      statements: all,
    });
    acknowledge(policy, {
      rule: [...new Set(all.flatMap(({ resources }) => resources))]
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
      reason: 'A boundary grants nothing: it is a ceiling, and the policies under it name single resources.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });
    return { policy, arn: `arn:${partition}:iam::${account}:policy/${managedPolicyName}` };
  }
}

interface Boundary {
  readonly policy: ManagedPolicy;
  readonly arn: string;
}
