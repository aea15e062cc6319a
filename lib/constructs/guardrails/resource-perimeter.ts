import { peopleStayInside } from './network-perimeter.ts';
import { deny, exceptRoles, type PolicyDocument, policyDocument, type Statement } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * The vendor's principals reach the vendor's own resources, and only the deploy role edits who else does.
 *
 * Tighter than the organization: the next vendor is in it too. `StringNotEquals` is true for an absent
 * `aws:ResourceAccount`, so a resource of nobody's organization is denied.
 */
export function resourcePerimeter(perimeter: VendorPerimeter): PolicyDocument {
  const { account, backupAccount, logArchiveAccount, roles } = perimeter;
  const exceptDeployment = exceptRoles(roles.deploy);
  const outside = (...accounts: string[]) => ({
    StringNotEquals: { 'aws:ResourceAccount': accounts.length === 1 ? account : accounts },
  });
  const foreignRoles: Statement = {
    Sid: 'OnlyOwnRolesAndTheLogReader',
    Effect: 'Deny',
    Action: ['sts:AssumeRole'],
    NotResource: perimeter.logReaderRoleArn,
    Condition: outside(account),
  };
  return policyDocument([
    deny(
      'OnlyOwnResources',
      [
        'dynamodb:*',
        'events:Put*',
        'lambda:*',
        'logs:*',
        's3:*',
        'secretsmanager:*',
        'sns:*',
        'sqs:*',
        'states:*',
      ],
      outside(account),
    ),
    // The copy vault and the trail's bucket have their keys in their own accounts; those keys decide.
    deny('OnlyKnownKeys', ['kms:*'], outside(account, backupAccount, logArchiveAccount)),
    foreignRoles,
    ...peopleStayInside(perimeter),
    deny(
      'OnlyDeploymentOpensResources',
      [
        'dynamodb:PutResourcePolicy',
        'lambda:Add*',
        'lambda:Create*',
        'lambda:Delete*',
        'lambda:GetFunction',
        'lambda:Put*',
        'lambda:Update*',
        's3:CreateAccess*',
        's3:DeleteAccess*',
        's3:DeleteBucket*',
        's3:PutAccess*',
        's3:PutAccountPublicAccessBlock',
        's3:PutAnalyticsConfiguration',
        's3:PutBucketAcl',
        's3:PutBucketCORS',
        's3:PutBucketLogging',
        's3:PutBucketObjectLockConfiguration',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutBucketTagging',
        's3:PutBucketWebsite',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutObjectAcl',
        's3:PutObjectVersionAcl',
        's3:TagResource',
        's3:UntagResource',
        'secretsmanager:PutResourcePolicy',
        'sns:AddPermission',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
        'sqs:AddPermission',
        'sqs:SetQueueAttributes',
      ],
      exceptDeployment,
    ),
    // AWS Backup makes a bucket for each restore test.
    deny(
      'OnlyDeploymentAndRestoreTestsMakeBuckets',
      ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:PutBucketVersioning'],
      exceptRoles(roles.deploy, roles.restoreTest),
    ),
    // AWS Backup and GuardDuty manage a rule and the notifications of the buckets they serve.
    deny(
      'OnlyServicesAndDeploymentSendEvents',
      [
        'events:Delete*',
        'events:Disable*',
        'events:Put*',
        'events:Remove*',
        's3:PutBucket*',
        's3:PutInventoryConfiguration',
      ],
      exceptRoles(roles.deploy, roles.backup, roles.malwareScan, roles.restoreTest),
    ),
    // Security groups are left out: CDK's provider closes the default one, and they open no path by themselves.
    deny(
      'OnlyDeploymentChangesPaths',
      [
        'ec2:Associate*',
        'ec2:Attach*',
        // AuthorizeClientVpnIngress: see containment-limits.ts.
        'ec2:CreateClientVpn*',
        'ec2:CreateNetworkAcl*',
        'ec2:CreateRoute*',
        'ec2:CreateVpc*',
        'ec2:DeleteClientVpn*',
        'ec2:DeleteNetworkAcl*',
        'ec2:DeleteRoute*',
        'ec2:DeleteVpc*',
        'ec2:Disassociate*',
        'ec2:ModifyClientVpnEndpoint',
        'ec2:ModifyVpc*',
        'ec2:Replace*',
        'ec2:RunInstances',
      ],
      exceptDeployment,
    ),
    deny(
      'LookupRoleReadsNoData',
      [
        'backup:Get*',
        'cloudtrail:LookupEvents',
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:PartiQL*',
        'dynamodb:Query',
        'dynamodb:Scan',
        'kms:Decrypt',
        'logs:Filter*',
        'logs:Get*',
        'logs:Start*',
        's3:GetObject*',
        's3:ListBucket*',
        'secretsmanager:GetSecretValue',
        'sqs:ReceiveMessage',
      ],
      { ArnEquals: { 'aws:PrincipalArn': roles.lookup } },
    ),
  ]);
}
