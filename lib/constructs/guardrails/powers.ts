import { deploymentActions } from './deployment-actions.ts';
import { deny, exceptRoles, type PolicyDocument, policyDocument } from './policy-document.ts';
import { reading } from './reading.ts';
import type { VendorPerimeter, VendorRoles } from './vendor-perimeter.ts';

/** Actions that change something, and the roles whose work they are; the deployment's own are added to them. */
interface Power {
  /** Statement id, letters and digits. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly holders: (roles: VendorRoles) => readonly string[];
}

const whoReadsDocuments = (roles: VendorRoles) => [
  ...whoWritesDocuments(roles),
  roles.releaseApprover,
  roles.secondApprover,
];

const whoWritesDocuments = (roles: VendorRoles) => [
  roles.reviewer,
  roles.qcLead,
  roles.supervisingLawyer,
  roles.restore,
  roles.restoreTest,
];

/** One row is one power. A role that is not named has it under no policy, however wide. */
const powers: readonly Power[] = [
  { sid: 'Restores', actions: ['backup:StartRestoreJob'], holders: ({ restorer }) => [restorer] },
  {
    sid: 'Backups',
    actions: [
      'backup:CopyFromBackupVault',
      'backup:CopyIntoBackupVault',
      'events:DisableRule',
      'events:EnableRule',
      's3:PutInventoryConfiguration',
    ],
    holders: ({ backup }) => [backup],
  },
  // The tags of a recovery point say whose it is.
  { sid: 'RecoveryPointTags', actions: ['backup:TagResource'], holders: ({ backup }) => [backup] },
  // AWS Backup and GuardDuty manage a rule and the notifications of the buckets they serve.
  {
    sid: 'EventsOfBuckets',
    actions: [
      'events:DeleteRule',
      'events:PutRule',
      'events:PutTargets',
      'events:RemoveTargets',
      's3:PutBucketNotification',
    ],
    holders: ({ backup, malwareScan }) => [backup, malwareScan],
  },
  // AWS Backup makes a bucket for each restore test.
  {
    sid: 'TestBuckets',
    actions: ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:PutBucketVersioning'],
    holders: ({ restoreTest }) => [restoreTest],
  },
  {
    sid: 'Stacks',
    actions: [
      'ContinueUpdateRollback',
      'CreateChangeSet',
      'CreateStack',
      'DeleteChangeSet',
      'DeleteStack',
      'ExecuteChangeSet',
      'RollbackStack',
      'UpdateStack',
      'UpdateTerminationProtection',
    ].map((action) => `cloudformation:${action}`),
    holders: ({ pipeline }) => [pipeline],
  },
  {
    sid: 'PassingRoles',
    actions: ['iam:PassRole'],
    holders: ({ pipeline, restorer }) => [pipeline, restorer],
  },
  {
    sid: 'Keys',
    actions: ['kms:CancelKeyDeletion', 'kms:EnableKey', 'kms:ScheduleKeyDeletion', 's3:DeleteObject'],
    holders: ({ keyCustodian }) => [keyCustodian],
  },
  {
    sid: 'DisablingKeys',
    actions: ['kms:DisableKey'],
    holders: ({ containment, keyCustodian }) => [containment, keyCustodian],
  },
  { sid: 'Suspending', actions: ['iam:AttachRolePolicy'], holders: ({ containment }) => [containment] },
  {
    sid: 'Reinstating',
    actions: ['ec2:AuthorizeClientVpnIngress', 'iam:DetachRolePolicy'],
    holders: ({ keyCustodian }) => [keyCustodian],
  },
  {
    sid: 'ClosingTheVpn',
    actions: ['ec2:RevokeClientVpnIngress'],
    holders: ({ breakGlass, containment }) => [breakGlass, containment],
  },
  {
    sid: 'EndingConnections',
    actions: ['ec2:TerminateClientVpnConnections'],
    holders: ({ breakGlass, containment, sweep }) => [breakGlass, containment, sweep],
  },
  {
    sid: 'DefaultSecurityGroup',
    actions: ['Egress', 'Ingress'].flatMap((way) => [
      `ec2:AuthorizeSecurityGroup${way}`,
      `ec2:RevokeSecurityGroup${way}`,
    ]),
    holders: ({ defaultSecurityGroup }) => [defaultSecurityGroup],
  },
  {
    sid: 'Holds',
    actions: ['s3:PutObjectLegalHold', 's3:PutObjectRetention'],
    holders: ({ matterAdministrator }) => [matterAdministrator],
  },
  { sid: 'ScanTags', actions: ['s3:PutObjectTagging'], holders: ({ malwareScan }) => [malwareScan] },
  {
    sid: 'VersionTags',
    actions: ['s3:PutObjectVersionTagging'],
    holders: ({ malwareScan, secondApprover }) => [malwareScan, secondApprover],
  },
  {
    sid: 'Documents',
    actions: ['s3:PutObject'],
    holders: (roles) => [
      ...whoWritesDocuments(roles),
      roles.connect,
      roles.containment,
      roles.malwareScan,
      roles.publishing,
    ],
  },
  { sid: 'Multipart', actions: ['s3:AbortMultipartUpload'], holders: whoWritesDocuments },
  {
    sid: 'DataKeys',
    actions: ['kms:GenerateDataKey'],
    holders: (roles) => [
      ...whoWritesDocuments(roles),
      roles.backup,
      roles.connect,
      roles.containment,
      roles.eventAlerts,
      roles.malwareScan,
      roles.publishing,
    ],
  },
  {
    sid: 'Decryption',
    actions: ['kms:Decrypt'],
    holders: (roles) => [
      ...whoReadsDocuments(roles),
      roles.backup,
      roles.connect,
      roles.containment,
      roles.eventAlerts,
      roles.malwareScan,
      roles.pipeline,
      roles.publishing,
      roles.sweep,
    ],
  },
  {
    sid: 'Logging',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    holders: ({ connect, defaultSecurityGroup, flowLogs, sweep, trailLogs }) => [
      connect,
      defaultSecurityGroup,
      flowLogs,
      sweep,
      trailLogs,
    ],
  },
  { sid: 'Alerting', actions: ['sns:Publish'], holders: ({ eventAlerts }) => [eventAlerts] },
];

/**
 * Work of the firm's own staff in the account, with whatever role of theirs: a hanging update, certificates, the revocation list and the
 * configuration of the VPN, which CloudFormation neither sets nor hands out.
 */
const staffActions: readonly string[] = [
  // An update that hangs, which the roles of `cdk bootstrap` cannot stop.
  'cloudformation:CancelUpdateStack',
  'acm:AddTagsToCertificate',
  'acm:DeleteCertificate',
  'acm:ImportCertificate',
  'acm:RequestCertificate',
  'ec2:ExportClientVpnClientCertificateRevocationList',
  'ec2:ExportClientVpnClientConfiguration',
  'ec2:ImportClientVpnClientCertificateRevocationList',
];

/** The trust policy of a role decides who takes it. */
const takingARole = 'sts:AssumeRole';

/** Each power with the roles that have it, whatever the policies of others say. */
export const powersHaveHolders = ({ roles }: VendorPerimeter): PolicyDocument =>
  policyDocument(
    powers.map(({ sid, actions, holders }) => {
      const isDeployed = actions.some((action) => deploymentActions.includes(action));
      return deny(sid, actions, exceptRoles(...holders(roles), ...(isDeployed ? [roles.deploy] : [])));
    }),
  );

/** Everything else but looking is for the deployment, the next action AWS invents included. */
export const onlyTheDeploymentBuilds = ({ roles }: VendorPerimeter): PolicyDocument =>
  policyDocument([
    {
      Sid: 'OnlyTheDeploymentBuilds',
      Effect: 'Deny',
      NotAction: [...powers.flatMap(({ actions }) => actions), ...staffActions, takingARole, ...reading],
      Resource: '*',
      Condition: exceptRoles(roles.deploy),
    },
    {
      Sid: 'LookupsSeeNoData',
      Effect: 'Deny',
      NotAction: ['cloudformation:*', 'ec2:*', 'ssm:*', 'sts:*'],
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': roles.lookup } },
    },
    deny('OurRolesAreNotStaff', staffActions, { ArnLike: { 'aws:PrincipalArn': [...roles.ours] } }),
  ]);
