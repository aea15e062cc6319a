import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { Construct } from 'constructs';

export interface OrganizationPolicyProps {
  /** Kind of policy of AWS Organizations. */
  readonly type:
    | 'AISERVICES_OPT_OUT_POLICY'
    | 'DECLARATIVE_POLICY_EC2'
    | 'RESOURCE_CONTROL_POLICY'
    | 'S3_POLICY'
    | 'SERVICE_CONTROL_POLICY';
  /** Name of the policy, unique in the organization. */
  readonly policyName: string;
  /** Sentence that the console shows. */
  readonly description: string;
  /** JSON object; CloudFormation finds drift in an object, never in a string. */
  readonly content: object;
  /**
   * Accounts or organizational units it is attached to.
   *
   * @default - none: staged, attached by hand or by an incident
   */
  readonly targetIds?: readonly string[];
}

/**
 * Characters of minified JSON, in every partition.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const maximumLength: Readonly<Record<OrganizationPolicyProps['type'], number>> = {
  AISERVICES_OPT_OUT_POLICY: 2500,
  DECLARATIVE_POLICY_EC2: 10_000,
  RESOURCE_CONTROL_POLICY: 5120,
  S3_POLICY: 10_000,
  SERVICE_CONTROL_POLICY: 10_240,
};

/** A policy of AWS Organizations. The policy type must be enabled in the organization beforehand. */
export class OrganizationPolicy extends Construct {
  private readonly policy: CfnPolicy;

  constructor(scope: Construct, id: string, props: OrganizationPolicyProps) {
    super(scope, id);
    const limit = maximumLength[props.type];
    const length = JSON.stringify(Stack.of(this).resolve(props.content)).length;
    if (length > limit) {
      throw new Error(
        `Policy ${props.policyName}: got ${length} characters of JSON, expected at most ${limit}. Shorten or split it.`,
      );
    }
    this.policy = new CfnPolicy(this, 'Resource', {
      type: props.type,
      name: props.policyName,
      description: props.description,
      content: props.content,
      ...(props.targetIds ? { targetIds: [...props.targetIds] } : {}),
    });
    this.policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  /** AWS Organizations refuses concurrent changes, so policies form a chain. */
  static oneAfterAnother(policies: readonly OrganizationPolicy[]): void {
    policies.reduce((before, next) => {
      next.policy.addResourceDependency(before.policy);
      return next;
    });
  }
}
