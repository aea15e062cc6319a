import { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { Construct } from 'constructs';

const on = (name: string) => ({ name, status: 'ENABLED' });

/** GuardDuty with everything that can see something here. Malware plans for buckets are the matters' own. */
export class ThreatDetection extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new CfnDetector(this, 'Detector', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: [
        on('S3_DATA_EVENTS'),
        on('EBS_MALWARE_PROTECTION'),
        on('LAMBDA_NETWORK_LOGS'),
        {
          ...on('RUNTIME_MONITORING'),
          additionalConfiguration: [on('EC2_AGENT_MANAGEMENT')],
        },
      ],
    });
  }
}
