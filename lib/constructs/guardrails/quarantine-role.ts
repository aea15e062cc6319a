import { Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryName, quarantineRoleName, serviceFunctionName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';

export interface QuarantineRoleProps {
  readonly vendor: string;
  readonly vendorAccount: string;
  readonly organizationId: string;
  readonly securityAccount: string;
}

/**
 * Lets the kill switch of one vendor attach a service control policy to that vendor's account: under
 * FullAWSAccess, an SCP more can only take away. Nobody detaches one through this role.
 */
export class QuarantineRole extends Construct {
  constructor(scope: Construct, id: string, props: QuarantineRoleProps) {
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const { vendor, organizationId } = props;
    const organizations = `arn:${partition}:organizations::${account}`;
    const statements = [
      new PolicyStatement({
        sid: 'AttachTheQuarantine',
        actions: ['organizations:AttachPolicy'],
        resources: [
          `${organizations}:policy/${organizationId}/service_control_policy/p-*`,
          `${organizations}:account/${organizationId}/${props.vendorAccount}`,
        ],
        conditions: { StringEquals: { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' } },
      }),
      new PolicyStatement({ sid: 'FindIt', actions: ['organizations:ListPolicies'], resources: ['*'] }),
    ];
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: boundaryName(vendor, 'quarantine'),
      description: 'Permissions boundary: quarantine',
      statements: statements.map((statement) => statement.copy()),
    });
    const role = new Role(this, 'Role', {
      roleName: quarantineRoleName(vendor),
      permissionsBoundary: boundary,
      assumedBy: new AccountPrincipal(props.securityAccount).withConditions({
        ArnEquals: {
          'aws:PrincipalArn': `arn:${partition}:iam::${props.securityAccount}:role/${serviceFunctionName(vendor, 'kill-switch')}`,
        },
        StringEquals: { 'aws:PrincipalOrgID': organizationId },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [role], statements });
    for (const each of [boundary, policy])
      acknowledge(each, {
        rule: [
          'AwsSolutions-IAM5[Resource::*]',
          `AwsSolutions-IAM5[Resource::${organizations}:policy/${organizationId}/service_control_policy/p-*]`,
        ],
        reason:
          'It attaches service control policies to one account, which takes away and never grants; listing takes no resource.',
        owner: 'platform-security',
        reviewBy: '2027-11-01',
      });
  }
}
