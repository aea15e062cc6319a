import { restoreTestBucketPrefix } from '../../model/names.ts';
import { bucketArn } from '../arns.ts';
import { deny, exceptRoles, type Statement } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * Limits of restores: their initiators and roles, and the readers of restore tests. The deployment is not exempt
 * from starting one: it builds, it does not handle documents.
 *
 * AWS Backup starts and cleans up restore tests with a service-linked role, which no SCP binds.
 */
export function restoreLimits(perimeter: VendorPerimeter): Statement[] {
  const { roles } = perimeter;
  const testBuckets = bucketArn(perimeter, `${restoreTestBucketPrefix}*`);
  return [
    deny('OnlyRestorersRestore', ['backup:StartRestoreJob'], exceptRoles(roles.restorer)),
    {
      Sid: 'RestorersPassOnlyRestoreRoles',
      Effect: 'Deny',
      Action: ['iam:PassRole'],
      NotResource: roles.restore,
      Condition: { ArnLike: { 'aws:PrincipalArn': roles.restorer } },
    },
    // The tags of a recovery point say whose it is.
    deny(
      'OnlyBackupsTagRecoveryPoints',
      ['backup:TagResource', 'backup:UntagResource'],
      exceptRoles(roles.deploy, roles.backup),
    ),
    deny(
      'OnlyDeploymentPlansTests',
      [
        'backup:CreateRestoreTesting*',
        'backup:DeleteRestoreTesting*',
        'backup:StartBackupJob',
        'backup:UpdateRestoreTesting*',
      ],
      exceptRoles(roles.deploy),
    ),
    {
      ...deny('NobodySeesRestoreTests', ['s3:*'], exceptRoles(roles.restoreTest)),
      Resource: [testBuckets, `${testBuckets}/*`],
    },
  ];
}
