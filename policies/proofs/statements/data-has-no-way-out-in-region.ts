import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, showing } from '../authoring/select.ts';
import { fact, is } from '../cases/fact.ts';

/** Calls made in region after which a service moves data elsewhere. Source: facts/aws.md, section 2. */
const moves = [
  'backup:CreateBackupAccessPoint',
  'dynamodb:CreateGlobalTable',
  'dynamodb:CreateTableReplica',
  'ec2:CopyImage',
  'ec2:CopySnapshot',
  'ec2:CreateTransitGatewayPeeringAttachment',
  'ec2:CreateVpcPeeringConnection',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ecr:PutReplicationConfiguration',
  'events:CreateApiDestination',
  'events:CreateEndpoint',
  'kms:ReplicateKey',
  'kms:UpdatePrimaryRegion',
  'ram:CreateResourceShare',
  'rds:StartDBInstanceAutomatedBackupsReplication',
  's3:CreateMultiRegionAccessPoint',
  's3:InitiateReplication',
  's3:PutAccelerateConfiguration',
  's3:PutReplicationConfiguration',
  'secretsmanager:ReplicateSecretToRegions',
  'ses:CreateMultiRegionEndpoint',
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'cloudfront:CreateDistribution',
  'globalaccelerator:CreateAccelerator',
];

export const statement: ProofStatement = {
  id: 'data-has-no-way-out-in-region',
  part: 'residency',
  title:
    'No one in the vendor account can make a service carry data out: replication, sharing, copies, multi-region keys, global inference',
  property: 'never',
  controls: ['LPO-JUR-01', 'LPO-RES-01'],
  assert: ({ world, cases }) => {
    const everyone = cases.onAnything(inVendorAccount(world));
    const vaults = world.resources.filter(({ type }) => type.endsWith('BackupVault')).map(({ arn }) => arn);
    const elsewhere =
      vaults.length === 0 ? [] : [fact('ForAnyValue:ArnNotEquals', 'backup:CopyTargets', ...vaults)];
    return [
      {
        subject: 'replication, sharing, new ways out',
        claim: { region: [doing(...moves)], cases: everyone },
      },
      {
        subject: 'multi-region keys',
        claim: { region: [doing('kms:CreateKey'), showing(is('kms:MultiRegion', 'true'))], cases: everyone },
      },
      {
        subject: 'backup copies to any vault but our own',
        claim: { region: [doing('backup:CopyFromBackupVault'), showing(...elsewhere)], cases: everyone },
      },
    ];
  },
};
