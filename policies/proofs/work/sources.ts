const reference = 'https://docs.aws.amazon.com';

/** The resource of an action that knows none: the text `*`, no pattern. Source: Service Authorization Reference. */
export const noResource = `\${*}`;

/** AWS's pages that tasks rest on. */
export const sources = {
  backup: `${reference}/service-authorization/latest/reference/list_awsbackup.html`,
  backupRoles: `${reference}/aws-backup/latest/devguide/s3-backups.html`,
  clientVpn: `${reference}/vpn/latest/clientvpn-admin/how-it-works.html`,
  cloudTrailBucket: `${reference}/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html`,
  cloudTrailKey: `${reference}/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html`,
  cloudTrailLogs: `${reference}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  config: `${reference}/config/latest/developerguide/s3-bucket-policy.html`,
  eventBridgeRoles: `${reference}/eventbridge/latest/userguide/eb-use-identity-based.html`,
  flowLogs: `${reference}/vpc/latest/userguide/flow-logs-iam-role.html`,
  iam: `${reference}/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html`,
  kms: `${reference}/service-authorization/latest/reference/list_awskeymanagementservice.html`,
  lambda: `${reference}/lambda/latest/dg/lambda-intro-execution-role.html`,
  logsKey: `${reference}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html`,
  malwareScan: `${reference}/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html`,
  organizations: `${reference}/service-authorization/latest/reference/list_awsorganizations.html`,
  restoreTest: `${reference}/aws-backup/latest/devguide/restore-testing.html`,
  s3: `${reference}/service-authorization/latest/reference/list_amazons3.html`,
  s3AccessLogs: `${reference}/AmazonS3/latest/userguide/enable-server-access-logging.html`,
  s3Encryption: `${reference}/AmazonS3/latest/userguide/UsingKMSEncryption.html`,
  s3Multipart: `${reference}/AmazonS3/latest/userguide/mpuoverview.html`,
  s3Tagging: `${reference}/AmazonS3/latest/userguide/tagging-and-policies.html`,
  saml: `${reference}/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
  sns: `${reference}/sns/latest/dg/sns-key-management.html`,
  stepFunctionsLogs: `${reference}/step-functions/latest/dg/cw-logs.html`,
  sts: `${reference}/service-authorization/latest/reference/list_awssecuritytokenservice.html`,
} as const;
