import { CfnConfigurationRecorder, CfnDeliveryChannel } from 'aws-cdk-lib/aws-config';
import { CfnServiceLinkedRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { roleArn } from '../arns.ts';
import { ConformancePack } from './conformance-pack.ts';

export interface ConfigurationRecorderProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** The Config bucket of the log archive. */
  readonly bucketName: string;
}

/** AWS Config: every resource recorded, daily snapshots to the log archive, and the rules of the catalogue. */
export class ConfigurationRecorder extends Construct {
  constructor(scope: Construct, id: string, props: ConfigurationRecorderProps) {
    super(scope, id);
    const role = new CfnServiceLinkedRole(this, 'Role', { awsServiceName: 'config.amazonaws.com' });
    const recorder = new CfnConfigurationRecorder(this, 'Recorder', {
      name: 'default',
      roleArn: roleArn(this, 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig'),
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    recorder.addResourceDependency(role);
    const channel = new CfnDeliveryChannel(this, 'Channel', {
      name: 'default',
      s3BucketName: props.bucketName,
      configSnapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
    });
    const { pack } = new ConformancePack(this, 'ConformancePack', { vendor: props.vendor });
    for (const needed of [recorder, channel]) pack.addResourceDependency(needed);
  }
}
