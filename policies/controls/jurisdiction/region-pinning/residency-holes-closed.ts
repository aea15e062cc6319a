import { only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { isOneVault } from '../../../reading/is-one-vault.ts';

const surfaces = [
  'backup:AssociateBackupVaultMpaApprovalTeam',
  'backup:CreateBackupAccessPoint',
  'backup:CreateRestoreAccessBackupVault',
  'cloudfront:CreateDistribution',
  'dynamodb:CreateGlobalTable',
  'dynamodb:CreateTableReplica',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:UpdateGlobalTable',
  'ec2:CopyImage',
  'ec2:CopySnapshot',
  'ec2:CreateFpgaImage',
  'ec2:CreateInstanceExportTask',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:CreateStoreImageTask',
  'ec2:CreateTransitGatewayPeeringAttachment',
  'ec2:CreateVpcPeeringConnection',
  'ec2:ExportImage',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ecr:PutReplicationConfiguration',
  'events:CreateEndpoint',
  'globalaccelerator:CreateAccelerator',
  'ram:CreateResourceShare',
  'rds:StartDBInstanceAutomatedBackupsReplication',
  's3:CreateAccessGrant*',
  's3:CreateAccessPointForObjectLambda',
  's3:CreateJob',
  's3:CreateMultiRegionAccessPoint',
  's3:InitiateReplication',
  's3:PutAccelerateConfiguration',
  's3:PutMultiRegionAccessPointPolicy',
  's3:PutReplicationConfiguration',
  's3:Replicate*',
  's3:SubmitMultiRegionAccessPointRoutes',
  'secretsmanager:ReplicateSecretToRegions',
  'ses:CreateMultiRegionEndpoint',
  'ssm:ModifyDocumentPermission',
];
const multiRegion = { Bool: { 'kms:MultiRegion': 'true' } };
const copies = {
  Action: 'backup:CopyFromBackupVault',
  Condition: {
    'ForAnyValue:ArnNotEquals': {
      'backup:CopyTargets': 'arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy',
    },
  },
};
const good = [
  { Action: surfaces },
  { Action: 'kms:CreateKey', Condition: multiRegion },
  { Action: ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'] },
  { Action: ['account:EnableRegion', 'account:DisableRegion'] },
  { Action: 'bedrock:InvokeModel*', Condition: { StringEquals: { 'aws:RequestedRegion': 'unspecified' } } },
  copies,
  { Action: 'backup:CopyFromBackupVault', Condition: { Null: { 'backup:CopyTargets': 'true' } } },
];

/** `aws:RequestedRegion` is the endpoint called, not where a service then puts the data. */
export const check = guardrailDeny({
  control: 'LPO-JUR-01',
  name: 'residency-holes-closed',
  expected:
    'an SCP denies the calls that move data out of a pinned region: multi-Region keys, replication, global endpoints, peering, global inference, opting in to regions, copies to any but one vault',
  fix: 'add the denies, without exemption',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: surfaces, trigger: [], exempting: [] },
    {
      actions: ['kms:CreateKey'],
      trigger: [shape(['Bool', 'BoolIfExists'], 'kms:MultiRegion', only('true'))],
      exempting: [],
    },
    { actions: ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'], trigger: [], exempting: [] },
    { actions: ['account:EnableRegion', 'account:DisableRegion'], trigger: [], exempting: [] },
    {
      actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      trigger: [],
      exempting: [shape(['StringEquals'], 'aws:RequestedRegion', (values) => values.includes('unspecified'))],
    },
    {
      actions: ['backup:CopyFromBackupVault'],
      trigger: [
        shape(
          'ForAnyValue:ArnNotEquals',
          'backup:CopyTargets',
          (values) => values.length === 1 && values.every(isOneVault),
        ),
      ],
      exempting: [],
    },
    {
      actions: ['backup:CopyFromBackupVault'],
      trigger: [shape('Null', 'backup:CopyTargets', only('true'))],
      exempting: [],
    },
  ],
  good: { 'all of them': good },
  bad: Object.fromEntries(
    good.map((_, index) => [`without statement ${index}`, good.filter((__, i) => i !== index)]),
  ),
});
