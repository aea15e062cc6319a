import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { deploymentLimits } from '../constructs/guardrails/deployment-limits.ts';
import { identityPerimeter } from '../constructs/guardrails/identity-perimeter.ts';
import { networkPerimeter } from '../constructs/guardrails/network-perimeter.ts';
import { OrganizationPolicy } from '../constructs/guardrails/organization-policy.ts';
import type { PolicyDocument } from '../constructs/guardrails/policy-document.ts';
import { onlyTheDeploymentBuilds, powersHaveHolders } from '../constructs/guardrails/powers.ts';
import { QuarantineRole } from '../constructs/guardrails/quarantine-role.ts';
import { regionPin } from '../constructs/guardrails/region-pin.ts';
import { resourcePerimeter } from '../constructs/guardrails/resource-perimeter.ts';
import { type VendorPerimeter, vendorPerimeter } from '../constructs/guardrails/vendor-perimeter.ts';
import { guardrailName } from '../model/names.ts';

export interface VendorGuardrailsStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
}

interface Guardrail {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: (perimeter: VendorPerimeter) => PolicyDocument;
}

/** Five of the ten places an account has; FullAWSAccess and the quarantine of an incident take two. */
const serviceControls: readonly Guardrail[] = [
  {
    id: 'RegionPin',
    name: 'region-pin',
    description: 'No request outside the region, no copy out of the jurisdiction',
    content: regionPin,
  },
  {
    id: 'ResourcePerimeter',
    name: 'resource-perimeter',
    description: 'Own resources only; how powers are used',
    content: resourcePerimeter,
  },
  {
    id: 'Powers',
    name: 'powers',
    description: 'Who alone may do what, whatever policies say',
    content: powersHaveHolders,
  },
  {
    id: 'Building',
    name: 'building',
    description: 'Everything else but looking is for the deployment',
    content: onlyTheDeploymentBuilds,
  },
  {
    id: 'DeploymentLimits',
    name: 'deployment-limits',
    description: 'What the deployment may do at the most',
    content: deploymentLimits,
  },
];

const resourceControls: readonly Guardrail[] = [
  {
    id: 'IdentityPerimeter',
    name: 'identity-perimeter',
    description: 'Own principals only, over TLS, no confused deputy',
    content: identityPerimeter,
  },
  {
    id: 'NetworkPerimeter',
    name: 'network-perimeter',
    description: 'People reach objects and keys through the endpoints of the workspace',
    content: networkPerimeter,
  },
];

/** Guardrails of one vendor's account, set in the management account and attached to that account. */
export class VendorGuardrailsStack extends Stack {
  constructor(scope: Construct, id: string, props: VendorGuardrailsStackProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    const perimeter = vendorPerimeter(this.partition, organization, vendor);
    const attach = (type: 'RESOURCE_CONTROL_POLICY' | 'SERVICE_CONTROL_POLICY', guardrail: Guardrail) =>
      new OrganizationPolicy(this, guardrail.id, {
        type,
        policyName: guardrailName(vendor.vendor, guardrail.name),
        description: guardrail.description,
        content: guardrail.content(perimeter),
        targetIds: [vendor.account],
      });
    new QuarantineRole(this, 'QuarantineRole', {
      vendor: vendor.vendor,
      vendorAccount: vendor.account,
      organizationId: organization.organizationId,
      securityAccount: organization.accounts.security,
    });
    OrganizationPolicy.oneAfterAnother([
      ...serviceControls.map((guardrail) => attach('SERVICE_CONTROL_POLICY', guardrail)),
      ...resourceControls.map((guardrail) => attach('RESOURCE_CONTROL_POLICY', guardrail)),
    ]);
  }
}
