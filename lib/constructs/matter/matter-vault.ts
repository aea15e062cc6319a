import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { MatterFunction, Zone } from '../../model/engagement.ts';
import {
  accessLogBucketName,
  containmentRoleName,
  keyAlias,
  matterServiceRoleName,
  matterZone,
} from '../../model/names.ts';
import { tagKeys } from '../../model/tag-keys.ts';
import { type RecoveryObjectives, recoveryObjectives } from '../../profile/recovery-objectives.ts';
import { roleArn } from '../arns.ts';
import { MatterBackup } from '../backup/matter-backup.ts';
import { type KeyCustody, SealedKey } from '../keys/sealed-key.ts';
import { RestoreRole } from '../restore/restore-role.ts';
import { RestoreTest } from '../restore/restore-test.ts';
import { Restorer } from '../restore/restorer.ts';
import { tagWorkspace } from '../tags/workspace-tags.ts';
import { MalwareProtection } from './malware-protection.ts';
import { MatterBucket } from './matter-bucket.ts';
import { matterKeyUsage } from './matter-key-usage.ts';
import type { MatterRoles } from './matter-roles.ts';
import { vaultAddress } from './vault-address.ts';
import { vaultPrincipals } from './vault-principals.ts';

export interface MatterVaultProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /**
   * Part of the matter: its documents, or the privileged documents beside them.
   *
   * @default 'documents'
   */
  readonly zone?: Zone;
  /** All functions of the matter; which of them reach this zone is for `accessByFunction` to say. */
  readonly functions: readonly MatterFunction[];
  /** Roles of those functions; the key policy names them, so they are made first. */
  readonly people: MatterRoles;
  /**
   * Name of CloudFormation's execution role in the vendor's account.
   *
   * @default - the one that `cdk bootstrap` made under the stack's qualifier
   */
  readonly deployRoleName?: string;
  /** Id of the workspace's VPC. */
  readonly vpcId: string;
  /** Id of the interface endpoint for S3, the only way in for people. */
  readonly s3EndpointId: string;
  /**
   * Off for sensitive matters: S3 caches a bucket key, so disabling the KMS key is not instant.
   *
   * @default false
   */
  readonly bucketKeyEnabled?: boolean;
  /**
   * Origin of the key material: KMS, or imported by the key custodian.
   *
   * @default 'customer-managed'
   */
  readonly keyCustody?: KeyCustody;
  /** Days every object version and every backup is kept. */
  readonly retentionDays: number;
  /**
   * Recovery objectives of the matter, in hours and days.
   *
   * @default - the strictest there are
   */
  readonly objectives?: RecoveryObjectives;
  /**
   * Name of the restore testing plan that tests the zone; it must exist.
   *
   * @default - one of its own
   */
  readonly restoreTestingPlan?: string;
  /** Trust in the firm's identity provider, for the person who starts restores. */
  readonly trust: IPrincipal;
  /** Day the matter closes, YYYY-MM-DD. */
  readonly closeDate: string;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
  /**
   * True where the kill switch's role in this account may disable the key. KMS refuses a key policy that names a
   * role which does not exist: false where no `ContainmentRole` is deployed.
   *
   * @default true
   */
  readonly killSwitch?: boolean;
}

/**
 * Vault for one zone of one matter: a key, the bucket under it with its access point, the malware scan, the backup, and
 * the way back from it.
 * Two zones share people, where both let them in, and nothing else.
 */
export class MatterVault extends Construct {
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** ARN of the key that everything in the bucket is encrypted with. */
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: MatterVaultProps) {
    super(scope, id);
    const { vendor, matter, zone = 'documents', bucketKeyEnabled = false, retentionDays } = props;
    const { keyCustody = 'customer-managed', objectives = recoveryObjectives.restricted } = props;
    const { killSwitch = true } = props;
    const stack = Stack.of(this);
    const { account, region } = stack;
    const address = vaultAddress(stack, vendor, matter, zone);
    const { bucketName, bucketArn } = address;
    const principals = vaultPrincipals({
      ...props,
      zone,
      deployRoleName: props.deployRoleName ?? executionRoleName(stack),
      scope: this,
    });

    const key = new SealedKey(this, 'Key', {
      alias: keyAlias(vendor, matterZone(matter, zone)),
      description: `${zone === 'privileged' ? 'Privileged documents' : 'Documents'} of matter ${matter}`,
      deployRoleArn: principals.deploy,
      custodianRoleArn: principals.keyCustodian,
      ...(killSwitch && { containmentRoleArn: roleArn(this, containmentRoleName(vendor)) }),
      custody: keyCustody,
      usage: matterKeyUsage({ stack, matter, principals, bucketArn, bucketKeyEnabled }),
    });
    this.bucketArn = bucketArn;
    this.keyArn = key.keyArn;
    const bucket = new MatterBucket(this, 'Bucket', {
      ...address,
      vpcId: props.vpcId,
      s3EndpointId: props.s3EndpointId,
      keyArn: key.keyArn,
      bucketKeyEnabled,
      accessLogBucketName: accessLogBucketName(vendor, account, region),
      matter,
      logPrefix: matterZone(matter, zone),
      principals,
      retentionDays,
      closeDate: props.closeDate,
    });
    const scan = new MalwareProtection(this, 'MalwareProtection', {
      vendor,
      roleName: matterServiceRoleName(vendor, matter, 'malware-scan', zone),
      bucketName,
      bucketArn,
      keyArn: key.keyArn,
    });
    const backup = new MatterBackup(this, 'Backup', {
      vendor,
      matter,
      zone,
      bucketArn,
      retentionDays,
      copyVaultArn: props.copyVaultArn,
      objectives,
    });
    const restore = new RestoreRole(this, 'Restore', { vendor, matter, zone, service: 'restore' });
    restore.grant({ bucketArn, keyArn: key.keyArn, makesBucket: false });
    new Restorer(this, 'Restorer', { vendor, matter, zone, trust: props.trust });
    const testRole = new RestoreRole(this, 'RestoreTestRole', {
      vendor,
      matter,
      zone,
      service: 'restore-test',
    });
    new RestoreTest(this, 'RestoreTest', {
      ...{ vendor, matter, zone, bucketArn },
      keyArn: key.keyArn,
      role: testRole,
      objectives,
      ...(props.restoreTestingPlan !== undefined && { plan: props.restoreTestingPlan }),
    }).node.addDependency(backup.selection);
    for (const dependent of [scan.plan, backup.selection]) dependent.node.addDependency(bucket);
    tagWorkspace(this, {
      [tagKeys.rpoHours]: `${objectives.rpoHours}`,
      [tagKeys.rtoHours]: `${objectives.rtoHours}`,
    });
    // KMS refuses a key policy that names a role which does not exist yet.
    key.node.addDependency(props.people, scan.role, backup.role, restore.role, testRole.role);
  }
}

/** Name of the role that `cdk bootstrap` gives to CloudFormation. */
function executionRoleName({ synthesizer, account, region }: Stack): string {
  const qualifier = synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  return `cdk-${qualifier}-cfn-exec-role-${account}-${region}`;
}
