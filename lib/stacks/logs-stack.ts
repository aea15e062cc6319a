import { Stack, type StackProps } from 'aws-cdk-lib';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Vendor } from '../config/vendor-schema.ts';
import { bucketArn } from '../constructs/arns.ts';
import { AccessLogBucket } from '../constructs/logs/access-log-bucket.ts';
import { WorkspaceLogs } from '../constructs/logs/workspace-logs.ts';
import { accessLogBucketName, keyAlias, matterBucketName, stateBucketName } from '../model/names.ts';
import { zonesOf } from '../profile/zones-of.ts';

export interface LogsStackProps extends StackProps {
  readonly vendor: Vendor;
  readonly deployRoleArn: string;
  readonly custodianRoleArn: string;
  readonly auditorRoleArn: string;
  readonly retentionDays: number;
}

/** Logs that AWS can only deliver inside the vendor's account. They outlive the workspace. */
export class LogsStack extends Stack {
  /** Key of every log group of the workspace. */
  readonly logKeyArn: string;
  readonly flowLogGroup: CfnLogGroup;
  readonly dnsLogGroup: CfnLogGroup;
  readonly vpnLogGroup: CfnLogGroup;

  constructor(scope: Construct, id: string, props: LogsStackProps) {
    super(scope, id, props);
    const { vendor, account, region } = props.vendor;
    const logs = new WorkspaceLogs(this, 'LogGroups', {
      vendor,
      keyAlias: keyAlias(vendor, 'logs'),
      deployRoleArn: props.deployRoleArn,
      custodianRoleArn: props.custodianRoleArn,
    });
    this.logKeyArn = logs.keyArn;
    this.flowLogGroup = logs.flowLogGroup;
    this.dnsLogGroup = logs.dnsLogGroup;
    this.vpnLogGroup = logs.vpnLogGroup;
    new AccessLogBucket(this, 'AccessLogs', {
      bucketName: accessLogBucketName(vendor, account, region),
      sourceBucketArns: [
        ...props.vendor.matters.flatMap((matter) =>
          zonesOf(matter).map((zone) => matterBucketName(vendor, matter.id, account, region, zone)),
        ),
        stateBucketName(vendor, account, region),
      ].map((name) => bucketArn(this, name)),
      retentionDays: props.retentionDays,
      auditorRoleArn: props.auditorRoleArn,
      deployRoleArn: props.deployRoleArn,
    });
  }
}
