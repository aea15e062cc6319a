import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import { OrganizationPolicy } from '../constructs/guardrails/organization-policy.ts';
import {
  aiServicesOptOut,
  ec2Settings,
  s3PublicAccess,
} from '../constructs/guardrails/organization-settings.ts';
import { quarantine } from '../constructs/guardrails/quarantine.ts';
import { organizationPolicyName, quarantinePolicyName } from '../model/names.ts';

export interface OrganizationGuardrailsStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
}

/** Guardrails of every vendor account, and the quarantine that waits for an incident. */
export class OrganizationGuardrailsStack extends Stack {
  constructor(scope: Construct, id: string, props: OrganizationGuardrailsStackProps) {
    super(scope, id, props);
    const { organization } = props;
    const targetIds = [organization.vendorsOrganizationalUnitId];
    const quarantined = new OrganizationPolicy(this, 'Quarantine', {
      type: 'SERVICE_CONTROL_POLICY',
      policyName: quarantinePolicyName,
      description: 'Freezes a vendor account; attached during an incident',
      content: quarantine({
        partition: this.partition,
        breakGlassRoleName: organization.roles.breakGlass,
      }),
    });
    const settings = new OrganizationPolicy(this, 'Ec2Settings', {
      type: 'DECLARATIVE_POLICY_EC2',
      policyName: organizationPolicyName('ec2-settings'),
      description: 'Nothing public, no serial console, IMDSv2',
      content: ec2Settings,
      targetIds,
    });
    const publicAccess = new OrganizationPolicy(this, 'S3PublicAccess', {
      type: 'S3_POLICY',
      policyName: organizationPolicyName('s3-public-access'),
      description: 'Block Public Access for every bucket of every vendor account',
      content: s3PublicAccess,
      targetIds,
    });
    const optOut = new OrganizationPolicy(this, 'AiServicesOptOut', {
      type: 'AISERVICES_OPT_OUT_POLICY',
      policyName: organizationPolicyName('ai-services-opt-out'),
      description: 'AWS AI services keep and learn nothing',
      content: aiServicesOptOut,
      targetIds,
    });
    OrganizationPolicy.oneAfterAnother([quarantined, settings, publicAccess, optOut]);
  }
}
