import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import { keyAlias, logBucketName, trailName, vendorNamePrefix } from '../../model/names.ts';
import { aliasArn, trailArn } from '../arns.ts';
import { TrailLogGroup } from './trail-log-group.ts';
import { trailSelectors } from './trail-selectors.ts';

export interface VendorTrailProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Account of the log archive, twelve digits. */
  readonly logArchiveAccount: string;
  /** CloudFormation's execution role of the vendor's account. */
  readonly deployRoleArn: string;
}

/**
 * Everything that happens in the vendor's account, written to the log archive, which must exist.
 *
 * The archive's key is named by its alias: its id is not known here, and CloudTrail takes the ARN of an alias
 * of another account.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 */
export class VendorTrail extends Construct {
  constructor(scope: Construct, id: string, props: VendorTrailProps) {
    super(scope, id);
    const { vendor, logArchiveAccount } = props;
    const { partition, region, account } = Stack.of(this);
    const logGroup = new TrailLogGroup(this, 'LogGroup', {
      vendor,
      trailArn: trailArn(this, trailName(vendor)),
      deployRoleArn: props.deployRoleArn,
    });
    const trail = new CfnTrail(this, 'Trail', {
      trailName: trailName(vendor),
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: logBucketName('trail', vendor, logArchiveAccount, region),
      kmsKeyId: aliasArn(this, keyAlias(vendor, 'log-archive'), logArchiveAccount),
      cloudWatchLogsLogGroupArn: logGroup.logGroupArn,
      cloudWatchLogsRoleArn: logGroup.role.roleArn,
      advancedEventSelectors: trailSelectors({
        partition,
        region,
        account,
        namePrefix: vendorNamePrefix(vendor),
      }),
    });
    trail.applyRemovalPolicy(RemovalPolicy.RETAIN);
    trail.node.addDependency(logGroup.policy);
  }
}
