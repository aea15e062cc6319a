/** An AWS Config managed rule and the controls of the catalogue it watches after deployment. */
export interface ConfigRule {
  /** Identifier of the managed rule. */
  readonly identifier: string;
  readonly controls: readonly [string, ...string[]];
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Rules of AWS Config, by control. A test holds every id to the catalogue. */
export const configRules: readonly ConfigRule[] = [
  { identifier: 'ACCESS_KEYS_ROTATED', controls: ['LPO-IDN-01'], parameters: { maxAccessKeyAge: '1' } },
  { identifier: 'IAM_USER_NO_POLICIES_CHECK', controls: ['LPO-IDN-01'] },
  { identifier: 'ROOT_ACCOUNT_MFA_ENABLED', controls: ['LPO-IDN-01'] },
  { identifier: 'IAM_ROOT_ACCESS_KEY_CHECK', controls: ['LPO-IDN-01'] },
  { identifier: 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS', controls: ['LPO-IDN-02'] },
  { identifier: 'VPC_DEFAULT_SECURITY_GROUP_CLOSED', controls: ['LPO-NET-01'] },
  { identifier: 'VPC_FLOW_LOGS_ENABLED', controls: ['LPO-NET-01', 'LPO-LOG-01'] },
  { identifier: 'NO_UNRESTRICTED_ROUTE_TO_IGW', controls: ['LPO-NET-01'] },
  { identifier: 'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED', controls: ['LPO-NET-02', 'LPO-DAT-02'] },
  { identifier: 'S3_BUCKET_SSL_REQUESTS_ONLY', controls: ['LPO-DAT-02'] },
  { identifier: 'S3_BUCKET_VERSIONING_ENABLED', controls: ['LPO-DAT-07'] },
  { identifier: 'S3_DEFAULT_ENCRYPTION_KMS', controls: ['LPO-DAT-01'] },
  { identifier: 'CMK_BACKING_KEY_ROTATION_ENABLED', controls: ['LPO-DAT-01'] },
  { identifier: 'KMS_CMK_NOT_SCHEDULED_FOR_DELETION', controls: ['LPO-DAT-01', 'LPO-DAT-07'] },
  { identifier: 'MULTI_REGION_CLOUD_TRAIL_ENABLED', controls: ['LPO-LOG-01'] },
  { identifier: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED', controls: ['LPO-LOG-02'] },
  { identifier: 'CLOUD_TRAIL_ENCRYPTION_ENABLED', controls: ['LPO-LOG-02'] },
  { identifier: 'CLOUDWATCH_LOG_GROUP_ENCRYPTED', controls: ['LPO-LOG-01'] },
  { identifier: 'GUARDDUTY_ENABLED_CENTRALIZED', controls: ['LPO-DET-02'] },
  { identifier: 'S3_RESOURCES_PROTECTED_BY_BACKUP_PLAN', controls: ['LPO-RES-01'] },
  { identifier: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', controls: ['LPO-RES-01'] },
];
