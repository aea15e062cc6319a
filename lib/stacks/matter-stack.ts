import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Matter, Vendor } from '../config/vendor-schema';
import { federatedTrust } from '../constructs/access/federated-trust';
import { MatterBackup } from '../constructs/backup/matter-backup';
import { SealedKey } from '../constructs/keys/sealed-key';
import { MalwareProtection } from '../constructs/matter/malware-protection';
import { MatterBucket } from '../constructs/matter/matter-bucket';
import { matterKeyUsage } from '../constructs/matter/matter-key-usage';
import { matterPrincipals } from '../constructs/matter/matter-principals';
import { MatterRoles } from '../constructs/matter/matter-roles';
import {
  accessLogBucketName,
  keyAlias,
  matterAccessPointName,
  matterBucketName,
  matterServiceRoleName,
} from '../model/names';
import { allowsBucketKey } from '../model/sensitivity';

export interface MatterStackProps extends StackProps {
  readonly vendor: Vendor;
  readonly matter: Matter;
  readonly deployRoleName: string;
  readonly samlProviderArn: string;
  readonly vpcId: string;
  readonly s3EndpointId: string;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
}

/** One matter: its key, its bucket, its people. It shares none of them with any other matter. */
export class MatterStack extends Stack {
  constructor(scope: Construct, id: string, props: MatterStackProps) {
    super(scope, id, props);
    const { matter } = props;
    const { vendor } = props.vendor;
    const bucketName = matterBucketName(vendor, matter.id, this.account, this.region);
    const bucketArn = `arn:${this.partition}:s3:::${bucketName}`;
    const accessPointName = matterAccessPointName(vendor, matter.id);
    const accessPointArn = `arn:${this.partition}:s3:${this.region}:${this.account}:accesspoint/${accessPointName}`;
    const bucketKeyEnabled = allowsBucketKey(matter.dataClasses);
    const principals = matterPrincipals(
      `arn:${this.partition}:iam::${this.account}:role/`,
      vendor,
      matter.id,
      props.deployRoleName,
    );

    const people = new MatterRoles(this, 'People', {
      vendor,
      matter: matter.id,
      address: { bucketArn, accessPointArn },
      trust: federatedTrust(props.samlProviderArn, this.region),
      sessionHours: 8,
    });
    const key = new SealedKey(this, 'Key', {
      alias: keyAlias(vendor, matter.id),
      description: `Documents of matter ${matter.id}`,
      deployRoleArn: principals.deploy,
      custodianRoleArn: principals.keyCustodian,
      usage: matterKeyUsage({ stack: this, matter: matter.id, principals, bucketArn, bucketKeyEnabled }),
    });
    const documents = new MatterBucket(this, 'Documents', {
      bucketName,
      bucketArn,
      accessPointName,
      accessPointArn,
      vpcId: props.vpcId,
      s3EndpointId: props.s3EndpointId,
      keyArn: key.keyArn,
      bucketKeyEnabled,
      accessLogBucketName: accessLogBucketName(vendor, this.account, this.region),
      matter: matter.id,
      principals,
      retentionDays: matter.retentionDays,
      closeDate: matter.closeDate,
    });
    const scan = new MalwareProtection(this, 'MalwareProtection', {
      vendor,
      roleName: matterServiceRoleName(vendor, matter.id, 'malware-scan'),
      bucketName,
      bucketArn,
      keyArn: key.keyArn,
    });
    const backup = new MatterBackup(this, 'Backup', {
      vendor,
      matter: matter.id,
      bucketArn,
      retentionDays: matter.retentionDays,
      copyVaultArn: props.copyVaultArn,
    });
    for (const dependent of [scan.plan, backup.selection]) dependent.node.addDependency(documents);
    // KMS refuses a key policy that names a role which does not exist yet.
    key.node.addDependency(people, scan.role, backup.role);
  }
}
