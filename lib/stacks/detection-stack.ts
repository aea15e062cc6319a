import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { AccessAnalyzers } from '../constructs/detection/access-analyzers.ts';
import { ConfigurationRecorder } from '../constructs/detection/configuration-recorder.ts';
import { EventTripwires } from '../constructs/detection/event-tripwires.ts';
import { LogTripwires } from '../constructs/detection/log-tripwires.ts';
import { SecurityHub } from '../constructs/detection/security-hub.ts';
import { SensitiveData } from '../constructs/detection/sensitive-data.ts';
import { ThreatDetection } from '../constructs/detection/threat-detection.ts';
import { RestoreRecord } from '../constructs/restore/restore-record.ts';
import { logBucketName } from '../model/names.ts';
import { classesOf } from '../profile/classes-of.ts';

export interface DetectionStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** ARN of the encrypted SNS topic that alarms publish to. */
  readonly alertTopicArn: string;
}

/**
 * Detection in a vendor's account. Account-wide services are left out where the organization runs them: a
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
    new RestoreRecord(this, 'RestoreRecord', { vendor, topicArn });
    new LogTripwires(this, 'Logs', {
      vendor,
      topicArn,
      breakGlassRoleName: organization.roles.breakGlass,
      ownTrail: !managed.trail,
    });
  }
}
