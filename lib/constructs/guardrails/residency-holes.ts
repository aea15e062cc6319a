import { Arn } from 'aws-cdk-lib';
import { deny, type PolicyDocument, policyDocument } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Ways out that start with a request inside the pinned region: replication, sharing, peering, copies.
 *
 * Nobody is exempt, not the deploy role either: the workspace uses none of them. The one copy there is, to
 * the locked vault of the backup account, is named by its ARN.
 */
export function residencyHoles(perimeter: VendorPerimeter): PolicyDocument {
  const { partition, copyVaultArn } = perimeter;
  return policyDocument([
    deny('NoReplication', [
      'dynamodb:CreateGlobalTable',
      'dynamodb:CreateTableReplica',
      'dynamodb:ExportTableToPointInTime',
      'dynamodb:UpdateGlobalTable',
      'kms:ReplicateKey',
      'kms:UpdatePrimaryRegion',
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
    ]),
    // Bool, not BoolIfExists: a CreateKey that does not ask for a multi-Region key may lack the key.
    deny('NoMultiRegionKeys', ['kms:CreateKey'], { Bool: { 'kms:MultiRegion': 'true' } }),
    deny('CopiesOnlyToTheCopyVault', ['backup:CopyFromBackupVault'], {
      'ForAnyValue:ArnNotEquals': { 'backup:CopyTargets': copyVaultArn },
    }),
    // ForAnyValue is false for an absent key; a copy that does not say where is denied here.
    deny('CopiesNameTheirTarget', ['backup:CopyFromBackupVault'], { Null: { 'backup:CopyTargets': 'true' } }),
    deny('NoSharing', [
      'backup:AssociateBackupVaultMpaApprovalTeam',
      'backup:CreateBackupAccessPoint',
      'backup:CreateRestoreAccessBackupVault',
      'ec2:CopyImage',
      'ec2:CopySnapshot',
      'ec2:CreateFpgaImage',
      'ec2:CreateInstanceExportTask',
      'ec2:CreateNetworkInterfacePermission',
      'ec2:CreateStoreImageTask',
      'ec2:ExportImage',
      'ec2:ModifyImageAttribute',
      'ec2:ModifySnapshotAttribute',
      'ec2:ModifyVpcEndpointServicePermissions',
      'ram:*',
      'ssm:ModifyDocumentPermission',
    ]),
    deny('NoPathOut', [
      'cloudfront:*',
      'ec2:AcceptTransitGateway*',
      'ec2:AcceptVpcPeeringConnection',
      'ec2:AllocateAddress',
      'ec2:AssociateAddress',
      'ec2:AttachInternetGateway',
      'ec2:AttachVpnGateway',
      'ec2:CreateCarrierGateway',
      'ec2:CreateEgressOnlyInternetGateway',
      'ec2:CreateInternetGateway',
      'ec2:CreateNatGateway',
      'ec2:CreateTransitGateway*',
      'ec2:CreateVpcBlockPublicAccessExclusion',
      'ec2:CreateVpcEndpointServiceConfiguration',
      'ec2:CreateVpcPeeringConnection',
      'ec2:CreateVpnConnection',
      'ec2:CreateVpnGateway',
      'events:CreateApiDestination',
      'events:CreateConnection',
      'events:CreateEndpoint',
      'globalaccelerator:*',
      'lambda:CreateFunctionUrlConfig',
      'lambda:InvokeFunctionUrl',
      'lambda:UpdateFunctionUrlConfig',
      'logs:CreateExportTask',
      'logs:PutAccountPolicy',
      'logs:PutDestination*',
      'ses:*',
      'ssm:StartAutomationExecution',
    ]),
    deny('NoGlobalInference', ['bedrock:*'], { StringEquals: { 'aws:RequestedRegion': 'unspecified' } }),
    {
      ...deny('NoInferenceProfiles', ['bedrock:*']),
      Resource: ['application-inference-profile', 'inference-profile'].map((kind) =>
        Arn.format({
          ...{ partition, service: 'bedrock', region: '*', account: '*' },
          ...{ resource: kind, resourceName: '*' },
        }),
      ),
    },
  ]);
}
