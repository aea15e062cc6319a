import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema';
import type { Vendor } from '../config/vendor-schema';
import { AccessAnalyzers } from '../constructs/detection/access-analyzers';
import { ConfigurationRecorder } from '../constructs/detection/configuration-recorder';
import { EventTripwires } from '../constructs/detection/event-tripwires';
import { LogTripwires } from '../constructs/detection/log-tripwires';
import { SecurityHub } from '../constructs/detection/security-hub';
import { SensitiveData } from '../constructs/detection/sensitive-data';
import { ThreatDetection } from '../constructs/detection/threat-detection';
import { classesOf } from '../gates/profile/classes-of';
import { logBucketName } from '../model/names';

export interface DetectionStackProps extends StackProps {
  readonly organization: Organization;
  readonly vendor: Vendor;
  readonly alertTopicArn: string;
}

/**
 * What watches a vendor's account. Account-wide services are left out where the organization runs them: a
 * second detector, session, hub or recorder in one account fails the deployment.
 */
export class DetectionStack extends Stack {
  constructor(scope: Construct, id: string, props: DetectionStackProps) {
    super(scope, id, props);
    const { organization, alertTopicArn: topicArn } = props;
    const { vendor, region, matters } = props.vendor;
    const managed = organization.managedByOrganization;
    if (!managed.guardDuty) new ThreatDetection(this, 'ThreatDetection');
    if (!managed.macie)
      new SensitiveData(this, 'SensitiveData', {
        classes: new Set(matters.flatMap(classesOf)),
      });
    if (!managed.securityHub) new SecurityHub(this, 'SecurityHub');
    if (!managed.config)
      new ConfigurationRecorder(this, 'Configuration', {
        vendor,
        bucketName: logBucketName('config', vendor, organization.accounts.logArchive, region),
      });
    new AccessAnalyzers(this, 'AccessAnalyzers', { subject: vendor });
    new EventTripwires(this, 'Events', { vendor, topicArn });
    new LogTripwires(this, 'Logs', {
      vendor,
      topicArn,
      breakGlassRoleName: organization.roles.breakGlass,
      ownTrail: !managed.trail,
    });
  }
}
