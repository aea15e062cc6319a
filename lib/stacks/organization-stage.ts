import { BOOTSTRAP_QUALIFIER_CONTEXT, Stage, type StageProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import { tagWorkspace } from '../constructs/tags/workspace-tags.ts';
import { tagKeys } from '../model/tag-keys.ts';
import { OrganizationDetectionStack } from './organization-detection-stack.ts';
import { OrganizationGuardrailsStack } from './organization-guardrails-stack.ts';

export interface OrganizationStageProps extends StageProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Regions in which the security account holds a kill switch. */
  readonly vendorRegions: readonly string[];
}

/** Stage that all vendors share, deployed once from the management account; it names no vendor. */
export class OrganizationStage extends Stage {
  constructor(scope: Construct, id: string, props: OrganizationStageProps) {
    super(scope, id, props);
    const { organization } = props;
    this.node.setContext(BOOTSTRAP_QUALIFIER_CONTEXT, organization.bootstrapQualifier);
    new OrganizationGuardrailsStack(this, 'Guardrails', {
      env: { account: organization.accounts.management, region: organization.homeRegion },
      terminationProtection: true,
      organization,
    });
    for (const region of [...new Set(props.vendorRegions)].sort())
      new OrganizationDetectionStack(this, `Detection-${region}`, {
        env: { account: organization.accounts.security, region },
        terminationProtection: true,
        organization,
      });
    tagWorkspace(this, { [tagKeys.environment]: organization.environment });
  }
}
