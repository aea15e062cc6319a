import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  AccessLogBucket,
  arns,
  Boundaries,
  names,
  tagWorkspace,
  WorkspaceLogs,
  WorkspaceNetwork,
} from 'closed-room';
import type { Construct } from 'constructs';

export interface WorkspaceStackProps extends StackProps {
  /** Slug of the vendor; it stands in every physical name. */
  readonly vendor: string;
  /** Ids of the matters whose buckets log to this stack's. */
  readonly matters: readonly string[];
  /** Id of the firm's AWS Organization. */
  readonly organizationId: string;
  /** Name of CloudFormation's execution role. */
  readonly deployRole: string;
  /** Account of the log archive. */
  readonly logArchiveAccount: string;
}

/** What all matters of a vendor share: the closed network, its logs, and the ceilings of every role. */
export class WorkspaceStack extends Stack {
  readonly network: WorkspaceNetwork;

  constructor(scope: Construct, id: string, props: WorkspaceStackProps) {
    super(scope, id, props);
    const { vendor } = props;
    const deployRoleArn = arns.roleArn(this, props.deployRole);
    const accessLogs = names.accessLogBucketName(vendor, this.account, this.region);

    const boundaries = new Boundaries(this, 'Boundaries', {
      vendor,
      accessLogBucketArn: arns.bucketArn(this, accessLogs),
      logReaderRoleArn: arns.roleArn(this, names.logReaderRoleName(vendor), props.logArchiveAccount),
      releases: [],
    });
    const logs = new WorkspaceLogs(this, 'Logs', {
      vendor,
      keyAlias: names.keyAlias(vendor, 'logs'),
      deployRoleArn,
      custodianRoleArn: arns.roleArn(this, names.vendorRoleName(vendor, 'key-custodian')),
    });
    new AccessLogBucket(this, 'AccessLogs', {
      bucketName: accessLogs,
      sourceBucketArns: props.matters.map((matter) =>
        arns.bucketArn(this, names.matterBucketName(vendor, matter, this.account, this.region)),
      ),
      retentionDays: 365,
      auditorRoleArn: arns.roleArn(this, names.vendorRoleName(vendor, 'auditor')),
      deployRoleArn,
    });
    this.network = new WorkspaceNetwork(this, 'Network', {
      vendor,
      cidr: '10.20.0.0/24',
      availabilityZones: this.availabilityZones,
      organizationId: props.organizationId,
    });
    this.network.node.addDependency(boundaries, logs);

    tagWorkspace(this, {
      'lpo:vendor': vendor,
      'lpo:matter': 'shared',
      'lpo:data-class': 'METADATA',
      'lpo:owner': 'platform-team',
      'lpo:environment': 'production',
    });
  }

  /** Written out, so that synthesis asks no account for its zones. */
  override get availabilityZones(): string[] {
    return [`${this.region}a`, `${this.region}b`];
  }
}
