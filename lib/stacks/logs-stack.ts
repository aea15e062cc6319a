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
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** ARN of the key custodian's role, which may disable keys and schedule their deletion. It must exist. */
  readonly custodianRoleArn: string;
  /** ARN of the vendor's auditor role, the only one that reads the logs. */
  readonly auditorRoleArn: string;
  /** Days the access logs are kept before they expire. */
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
