import { exceptNamedRolesOfAnyAccount, only, shape } from '../../condition-shapes';
import { guardrailDeny } from '../../guardrail-deny';

const surfaces = [
  'backup:CreateBackupAccessPoint',
  'cloudfront:CreateDistribution',
  'dynamodb:CreateGlobalTable',
  'dynamodb:CreateTableReplica',
  'ec2:CreateTransitGatewayPeeringAttachment',
  'ec2:CreateVpcPeeringConnection',
  'ecr:PutReplicationConfiguration',
  'events:CreateEndpoint',
  'globalaccelerator:CreateAccelerator',
  'rds:StartDBInstanceAutomatedBackupsReplication',
  's3:CreateMultiRegionAccessPoint',
  's3:PutAccelerateConfiguration',
  's3:PutReplicationConfiguration',
  'secretsmanager:ReplicateSecretToRegions',
  'ses:CreateMultiRegionEndpoint',
];
const multiRegion = { Bool: { 'kms:MultiRegion': 'true' } };
const good = [
  { Action: surfaces },
  { Action: 'kms:CreateKey', Condition: multiRegion },
  { Action: ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'] },
  { Action: ['account:EnableRegion', 'account:DisableRegion'] },
  { Action: 'bedrock:InvokeModel*', Condition: { StringEquals: { 'aws:RequestedRegion': 'unspecified' } } },
];

/** `aws:RequestedRegion` is the endpoint called, not where a service then puts the data. */
export const residencyHolesClosed = guardrailDeny({
  name: 'residency-holes-closed',
  expected:
    'an SCP denies the calls that move data out of a pinned region: multi-Region keys, replication, global endpoints, peering, global inference, opting in to regions',
  mend: 'add the denies; exempt single roles by ARN at most',
  type: 'SERVICE_CONTROL_POLICY',
  denies: () => [
    { actions: surfaces, trigger: [], exempting: [exceptNamedRolesOfAnyAccount] },
    {
      actions: ['kms:CreateKey'],
      trigger: [shape(['Bool', 'BoolIfExists'], 'kms:MultiRegion', only('true'))],
      exempting: [],
    },
    {
      actions: ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'],
      trigger: [],
      exempting: [
        exceptNamedRolesOfAnyAccount,
        shape(['Bool', 'BoolIfExists'], 'kms:MultiRegion', only('true')),
      ],
    },
    { actions: ['account:EnableRegion', 'account:DisableRegion'], trigger: [], exempting: [] },
    {
      actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      trigger: [],
      exempting: [shape(['StringEquals'], 'aws:RequestedRegion', (values) => values.includes('unspecified'))],
    },
  ],
  good: { 'all of them': good },
  bad: Object.fromEntries(
    good.map((_, index) => [`without statement ${index}`, good.filter((__, i) => i !== index)]),
  ),
});
