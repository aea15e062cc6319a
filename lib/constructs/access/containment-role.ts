import { Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  Effect,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  boundaryName,
  canaryRoleName,
  containmentRoleName,
  serviceFunctionName,
  suspendedPersonPolicyName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../model/names.ts';
import { statePrefixes } from '../../model/state-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { PersonSuspensions } from './person-suspensions.ts';

export interface ContainmentRoleProps {
  readonly vendor: string;
  readonly organizationId: string;
  readonly securityAccount: string;
  readonly stateBucketName: string;
  /** Everyone on the roster, by id. */
  readonly people: readonly string[];
}

/**
 * The hand of the kill switch in the vendor's account. Everything it can do takes something away.
 *
 * It ends sessions by attaching a prepared policy that denies everything, to whoever has the role or to one
 * person, so it needs no right to write a policy. Its boundary is its own permissions: nothing added to it later has an effect. There is no action to
 * enable a key, to detach a policy, to authorise a VPN group or to delete a suspension.
 */
export class ContainmentRole extends Construct {
  constructor(scope: Construct, id: string, props: ContainmentRoleProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const { vendor } = props;
    const suspended = new ManagedPolicy(this, 'Suspended', {
      managedPolicyName: suspendedPolicyName(vendor),
      description: 'Denies everything; attached to a role by the kill switch',
      statements: [new PolicyStatement({ effect: Effect.DENY, actions: ['*'], resources: ['*'] })],
    });
    new PersonSuspensions(this, 'People', { vendor, people: props.people });
    const state = `arn:${partition}:s3:::${props.stateBucketName}`;
    const roleArn = (name: string) => `arn:${partition}:iam::${account}:role/${name}`;
    const peopleRoles = roleArn(`lpo-${vendor}-m-*`);
    const statements = [
      new PolicyStatement({
        sid: 'CutVpn',
        actions: [
          'ec2:DescribeClientVpnAuthorizationRules',
          'ec2:DescribeClientVpnConnections',
          'ec2:DescribeClientVpnEndpoints',
          'ec2:RevokeClientVpnIngress',
          'ec2:TerminateClientVpnConnections',
        ],
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'SuspendRoles',
        actions: ['iam:AttachRolePolicy'],
        resources: [peopleRoles, roleArn(canaryRoleName(vendor))],
        conditions: { ArnEquals: { 'iam:PolicyARN': suspended.managedPolicyArn } },
      }),
      // Also to the roles of oversight: a policy for one person leaves the others who have the role alone.
      new PolicyStatement({
        sid: 'SuspendPeople',
        actions: ['iam:AttachRolePolicy'],
        resources: [
          peopleRoles,
          ...(['auditor', 'key-custodian'] as const).map((fn) => roleArn(vendorRoleName(vendor, fn))),
        ],
        conditions: {
          ArnLike: {
            'iam:PolicyARN': `arn:${partition}:iam::${account}:policy/${suspendedPersonPolicyName(vendor, 'p-*')}`,
          },
        },
      }),
      new PolicyStatement({
        sid: 'WriteSuspensions',
        actions: ['s3:PutObject'],
        resources: [`${state}/${statePrefixes.suspended}/*`],
      }),
      new PolicyStatement({
        sid: 'ReadWhoseSession',
        actions: ['s3:GetObject'],
        resources: [`${state}/${statePrefixes.sessions}/*`],
      }),
      new PolicyStatement({ sid: 'NotThereIsAnAnswer', actions: ['s3:ListBucket'], resources: [state] }),
      new PolicyStatement({
        sid: 'DisableKeys',
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:DisableKey', 'kms:GenerateDataKey'],
        resources: [`arn:${partition}:kms:${region}:${account}:key/*`],
      }),
    ];
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: boundaryName(vendor, 'containment'),
      description: 'Permissions boundary: containment',
      statements: statements.map((statement) => statement.copy()),
    });
    const permissionsBoundary = ManagedPolicy.fromManagedPolicyArn(
      this,
      'BoundaryByName',
      `arn:${partition}:iam::${account}:policy/${boundaryName(vendor, 'containment')}`,
    );
    const role = new Role(this, 'Role', {
      roleName: containmentRoleName(vendor),
      assumedBy: new AccountPrincipal(props.securityAccount).withConditions({
        ArnEquals: {
          'aws:PrincipalArn': `arn:${partition}:iam::${props.securityAccount}:role/${serviceFunctionName(vendor, 'kill-switch')}`,
        },
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      permissionsBoundary,
    });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [role], statements });
    const wildcards = [...new Set(statements.flatMap(({ resources }) => resources))]
      .filter((resource) => resource.includes('*'))
      .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`);
    for (const each of [boundary, policy])
      acknowledge(each, {
        rule: wildcards,
        reason:
          'VPN calls take no narrower resource; roles, keys and state objects are those of this one vendor.',
        owner: 'platform-security',
        reviewBy: '2027-11-01',
      });
    role.node.addDependency(boundary);
    // Drills attach the policy to a role that nobody can assume.
    const drilled = new Role(this, 'Canary', {
      roleName: canaryRoleName(vendor),
      description: 'Target of kill-switch drills; no service assumes it and it may do nothing',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
      }),
      permissionsBoundary,
    });
    drilled.node.addDependency(boundary);
  }
}
