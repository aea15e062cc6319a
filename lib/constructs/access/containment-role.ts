import {
  AccountPrincipal,
  Effect,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { killSwitchSteps } from '../../functions/kill-switch/kill-switch-steps.ts';
import {
  boundaryName,
  canaryRoleName,
  containmentRoleName,
  serviceFunctionName,
  suspendedPolicyName,
} from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { bucketArn, everyKeyArn, policyArn, roleArn } from '../arns.ts';
import { stepPermissions } from '../kill-switch/step-permissions.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { boundaryByName } from './boundary-by-name.ts';
import { PersonSuspensions } from './person-suspensions.ts';

export interface ContainmentRoleProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Account of the security team, twelve digits, where the kill switch runs. */
  readonly securityAccount: string;
  /** Name of the bucket that holds suspensions and VPN sessions. */
  readonly stateBucketName: string;
  /** Everyone on the roster, by id. */
  readonly people: readonly string[];
}

/**
 * The hand of the kill switch in the vendor's account. Everything it can do takes something away.
 *
 * It ends sessions by attaching a prepared policy that denies everything, to whoever has the role or to one
 * person, so it needs no right to write a policy. What it may do is what the steps declare, and its boundary
 * is the same: nothing added to it later has an effect. There is no action to enable a key, to detach a
 * policy, to authorise a VPN group or to delete a suspension.
 */
export class ContainmentRole extends Construct {
  constructor(scope: Construct, id: string, props: ContainmentRoleProps) {
    super(scope, id);
    const { vendor } = props;
    const suspended = new ManagedPolicy(this, 'Suspended', {
      managedPolicyName: suspendedPolicyName(vendor),
      description: 'Denies everything; attached to a role by the kill switch',
      statements: [new PolicyStatement({ effect: Effect.DENY, actions: ['*'], resources: ['*'] })],
    });
    new PersonSuspensions(this, 'People', { vendor, people: props.people });
    const resources = {
      vendor,
      roleArn: (name: string) => roleArn(this, name),
      policyArn: (name: string) => policyArn(this, name),
      suspendedPolicyArn: suspended.managedPolicyArn,
      stateBucketArn: bucketArn(this, props.stateBucketName),
      keysArn: everyKeyArn(this),
    };
    const statements = stepPermissions(
      killSwitchSteps.flatMap(({ permissions }) => permissions?.vendor?.(resources) ?? []),
    ).sort((a, b) => rank(a) - rank(b));
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: boundaryName(vendor, 'containment'),
      description: 'Permissions boundary: containment',
      statements: statements.map((statement) => statement.copy()),
    });
    const permissionsBoundary = boundaryByName(this, vendor, 'containment', 'BoundaryByName');
    const role = new Role(this, 'Role', {
      roleName: containmentRoleName(vendor),
      assumedBy: new AccountPrincipal(props.securityAccount).withConditions({
        ArnEquals: {
          'aws:PrincipalArn': roleArn(
            this,
            serviceFunctionName(vendor, 'kill-switch'),
            props.securityAccount,
          ),
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
        ...platformSecurityReview,
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

/** Statements of one service stand together, those of a new service last. */
const services = ['ec2', 'iam', 's3', 'kms'];
const rank = ({ actions }: PolicyStatement): number => {
  const at = services.indexOf(actions[0]?.split(':')[0] ?? '');
  return at === -1 ? services.length : at;
};
