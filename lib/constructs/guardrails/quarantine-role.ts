import { Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { killSwitchSteps } from '../../functions/kill-switch/kill-switch-steps.ts';
import { boundaryName, quarantineRoleName, serviceFunctionName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { roleArn } from '../arns.ts';
import { stepPermissions } from '../kill-switch/step-permissions.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface QuarantineRoleProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** The vendor's own account, twelve digits. */
  readonly vendorAccount: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Account of the security team, twelve digits, where the kill switch runs. */
  readonly securityAccount: string;
}

/**
 * Lets the kill switch of one vendor attach a service control policy to that vendor's account: under
 * FullAWSAccess, an SCP more can only take away. Nobody detaches one through this role.
 */
export class QuarantineRole extends Construct {
  constructor(scope: Construct, id: string, props: QuarantineRoleProps) {
    super(scope, id);
    const { vendor, organizationId } = props;
    const organizations = (resource: string) =>
      Stack.of(this).formatArn({
        service: 'organizations',
        region: '',
        resource,
        resourceName: organizationId,
      });
    const serviceControlPoliciesArn = `${organizations('policy')}/service_control_policy/p-*`;
    const resources = {
      serviceControlPoliciesArn,
      vendorAccountArn: `${organizations('account')}/${props.vendorAccount}`,
    };
    const statements = stepPermissions(
      killSwitchSteps.flatMap(({ permissions }) => permissions?.management?.(resources) ?? []),
    );
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
          'aws:PrincipalArn': roleArn(
            this,
            serviceFunctionName(vendor, 'kill-switch'),
            props.securityAccount,
          ),
        },
        StringEquals: { 'aws:PrincipalOrgID': organizationId },
      }),
    });
    const policy = new ManagedPolicy(this, 'Policy', { roles: [role], statements });
    for (const each of [boundary, policy])
      acknowledge(each, {
        rule: ['AwsSolutions-IAM5[Resource::*]', `AwsSolutions-IAM5[Resource::${serviceControlPoliciesArn}]`],
        reason:
          'It attaches service control policies to one account, which takes away and never grants; listing takes no resource.',
        ...platformSecurityReview,
      });
  }
}
