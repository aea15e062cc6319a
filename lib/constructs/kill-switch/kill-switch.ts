import { Duration, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { killSwitchSteps } from '../../functions/kill-switch/kill-switch-steps.ts';
import { killSwitchEnvironment } from '../../model/kill-switch-environment.ts';
import {
  boundaryName,
  commanderRoleName,
  containmentRoleName,
  logGroupName,
  machineLogGroupName,
  serviceFunctionName,
} from '../../model/names.ts';
import type { SwitchMatter } from '../../model/switch-matters.ts';
import { boundaryByName } from '../access/boundary-by-name.ts';
import { acknowledge } from '../acknowledge.ts';
import {
  bucketArn,
  everyKeyArn,
  functionArn,
  logGroupArn,
  policyArn,
  roleArn,
  stateMachineArns,
} from '../arns.ts';
import { HandlerFunction } from '../functions/handler-function.ts';
import { loggedMachine, machineLog, machineRole, machineStatements } from '../functions/state-machine.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { killSwitchDefinition } from './kill-switch-definition.ts';
import { stepPermissions } from './step-permissions.ts';

export interface KillSwitchProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  /** Matters with their roles, buckets and keys, as the kill switch finds them. */
  readonly matters: readonly SwitchMatter[];
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Name of the bucket that holds suspensions and VPN sessions. */
  readonly stateBucketName: string;
  /** Name of the bucket in the log archive that keeps evidence under Object Lock. */
  readonly evidenceBucketName: string;
  /** Account of the log archive, twelve digits. */
  readonly logArchiveAccount: string;
  /** Role in the management account that attaches the quarantine and can do nothing else. */
  readonly quarantineRoleArn: string;
  /** ARN of the encrypted topic in the security account that the switch reports to. */
  readonly topicArn: string;
  /** ARN of the KMS key of the log groups; its policy lets CloudWatch Logs use it. */
  readonly logKeyArn: string;
}

/**
 * Kill switch: one action suspends a vendor, a matter or one person, from the security account: not from the account
 * that it freezes.
 */
export class KillSwitch extends Construct {
  /** Role of the function; policies elsewhere name it. */
  readonly role: Role;

  constructor(scope: Construct, id: string, props: KillSwitchProps) {
    super(scope, id);
    const { partition, region } = Stack.of(this);
    const { vendor } = props;
    const name = serviceFunctionName(vendor, 'kill-switch');
    const handlerArn = functionArn(this, name);
    const containmentRole = roleArn(this, containmentRoleName(vendor), props.vendorAccount);
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const statements = [
      new PolicyStatement({
        sid: 'ActThroughTwoRoles',
        actions: ['sts:AssumeRole'],
        resources: [containmentRole, props.quarantineRoleArn],
      }),
      ...stepPermissions(
        killSwitchSteps.flatMap(
          ({ permissions }) =>
            permissions?.own?.({
              evidenceArn: bucketArn(this, props.evidenceBucketName, 'incidents/*'),
              archiveKeysArn: everyKeyArn(this, { account: props.logArchiveAccount }),
              topicArn: props.topicArn,
              keysArn: everyKeyArn(this),
              viaService: (service) => `${service}.${region}.${suffix}`,
            }) ?? [],
        ),
      ),
    ];
    const stepsLog = machineLogGroupName(vendor, 'kill-switch-steps');
    const boundary = this.boundary(props, statements, handlerArn);
    const handler = new HandlerFunction(this, 'Handler', {
      handler: 'kill-switch',
      functionName: name,
      roleName: name,
      boundaryArn: boundary.arn,
      statements: statements.map((statement) => statement.copy()),
      wildcardReason:
        'Evidence files of incidents, and keys that only S3 and SNS use for it; each key says so itself.',
      environment: killSwitchEnvironment({ ...props, partition, containmentRoleArn: containmentRole }),
      timeout: Duration.seconds(110),
      memoryMb: 512,
      logGroupName: logGroupName(vendor, 'kill-switch'),
      logKeyArn: props.logKeyArn,
    });
    this.role = handler.role;
    handler.node.addDependency(boundary.policy);
    const log = machineLog(this, stepsLog, props.logKeyArn);
    const machine = loggedMachine(this, {
      ...machineRole(this, 'MachineRole', {
        roleName: `${name}-machine`,
        functionArn: handlerArn,
        permissionsBoundary: boundaryByName(this, vendor, 'service', 'MachineBoundary'),
        madeBoundary: boundary.policy,
      }),
      name,
      definition: killSwitchDefinition(handlerArn),
      log,
      logGroupName: stepsLog,
    });
    machine.node.addDependency(handler);
    this.commander(props, name, boundary);
  }

  /** People of the security account with fresh MFA may throw the switch and look at what it did. */
  private commander(props: KillSwitchProps, machine: string, boundary: Boundary): void {
    const { account } = Stack.of(this);
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
    const { stateMachine, executions } = stateMachineArns(this, machine);
    const policy = new ManagedPolicy(this, 'CommanderPolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: [stateMachine],
        }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
          resources: [executions],
        }),
      ],
    });
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${executions}]`,
      reason: 'The wildcard stands for the executions of this one state machine.',
      ...platformSecurityReview,
    });
  }

  /** Ceiling of the switch's own roles in the security account. */
  private boundary(props: KillSwitchProps, statements: PolicyStatement[], handlerArn: string): Boundary {
    const managedPolicyName = boundaryName(props.vendor, 'service');
    const logs = logGroupArn(this, logGroupName(props.vendor, '*'));
    const machine = serviceFunctionName(props.vendor, 'kill-switch');
    const { stateMachine, executions } = stateMachineArns(this, machine);
    const [invoke, deliver] = machineStatements(handlerArn);
    const all = [
      ...statements,
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs] }),
      invoke,
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:GetExecutionHistory', 'states:StartExecution'],
        resources: [stateMachine, executions],
      }),
      deliver,
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
      ...platformSecurityReview,
    });
    return { policy, arn: policyArn(this, managedPolicyName) };
  }
}

interface Boundary {
  readonly policy: ManagedPolicy;
  readonly arn: string;
}
