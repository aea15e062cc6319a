import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import { AccessAnalyzers } from '../constructs/detection/access-analyzers.ts';
import { SecurityHub } from '../constructs/detection/security-hub.ts';
import { ThreatDetection } from '../constructs/detection/threat-detection.ts';

export interface OrganizationDetectionStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
}

/**
 * Detection in the security account, where the kill switches are, in one Region. It holds no document, so no
 * Macie; AWS Config there is the organization's, because its channel needs a bucket that no vendor owns.
 */
export class OrganizationDetectionStack extends Stack {
  constructor(scope: Construct, id: string, props: OrganizationDetectionStackProps) {
    super(scope, id, props);
    const { managedByOrganization: managed } = props.organization;
    if (!managed.guardDuty) new ThreatDetection(this, 'ThreatDetection');
    if (!managed.securityHub) new SecurityHub(this, 'SecurityHub');
    new AccessAnalyzers(this, 'AccessAnalyzers', { subject: 'security' });
  }
}
