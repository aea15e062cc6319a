import { Duration, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryName, logGroupName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { logGroupArn, policyArn, stateMachineArns } from '../arns.ts';
import { type MachineRole, machineRole, machineStatements } from '../functions/state-machine.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface ClockRolesProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Name of the state machine. */
  readonly machineName: string;
  /** ARN of the function. */
  readonly functionArn: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Name of the role that opens incidents and records notifications. */
  readonly recorderRoleName: string;
  /** Permissions of the function; the boundary allows them. */
  readonly functionStatements: readonly PolicyStatement[];
}

/** The role of the state machine, the people who open incidents, and the boundary over them and the function. */
export class ClockRoles extends Construct {
  readonly boundary: ManagedPolicy;
  readonly boundaryArn: string;
  readonly machine: MachineRole;

  constructor(scope: Construct, id: string, props: ClockRolesProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const { stateMachine, executions } = stateMachineArns(this, props.machineName);
    const recording = [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [stateMachine] }),
      new PolicyStatement({ actions: ['states:ListExecutions'], resources: [stateMachine] }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
        resources: [executions],
      }),
    ];
    const name = boundaryName(props.vendor, 'breach-clock');
    this.boundaryArn = policyArn(this, name);
    const logs = logGroupArn(this, logGroupName(props.vendor, '*'));
    const ceiling = [
      ...props.functionStatements.map((statement) => statement.copy()),
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs] }),
      ...machineStatements(props.functionArn),
      ...recording.map((statement) => statement.copy()),
    ];
    this.boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: name,
      description: 'Permissions boundary: breach clock',
      statements: ceiling,
    });
    this.accept(
      this.boundary,
      ceiling,
      'A boundary grants nothing: it is a ceiling, and the policies under it name single resources.',
    );
    const permissionsBoundary = ManagedPolicy.fromManagedPolicyArn(this, 'BoundaryByName', this.boundaryArn);
    this.machine = machineRole(this, 'Machine', {
      roleName: `${props.machineName}-machine`,
      functionArn: props.functionArn,
      permissionsBoundary,
      madeBoundary: this.boundary,
    });
    // A false moment of awareness does harm, so a fresh second factor is asked for as it is for the kill switch.
    const recorder = new Role(this, 'Recorder', {
      roleName: props.recorderRoleName,
      description: 'Opens incidents and records notifications',
      assumedBy: new AccountPrincipal(account).withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      maxSessionDuration: Duration.hours(1),
      permissionsBoundary,
    });
    const policy = new ManagedPolicy(this, 'RecorderPolicy', { roles: [recorder], statements: recording });
    this.accept(policy, recording, 'The wildcard stands for the executions of this one state machine.');
    recorder.node.addDependency(this.boundary);
  }

  private accept(policy: ManagedPolicy, statements: readonly PolicyStatement[], reason: string): void {
    const wild = new Set(statements.flatMap(({ resources }) => resources).filter((arn) => arn.includes('*')));
    acknowledge(policy, {
      rule: [...wild].map((arn) => `AwsSolutions-IAM5[Resource::${arn}]`),
      reason,
      ...platformSecurityReview,
    });
  }
}
