import { restoreTestBucketPrefix } from '../../model/names.ts';
import { bucketArn } from '../arns.ts';
import { peopleStayInside } from './network-perimeter.ts';
import { deny, exceptRoles, type PolicyDocument, policyDocument, type Statement } from './policy-document.ts';
import { powerLimits } from './power-limits.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/**
 * The vendor's principals reach the vendor's own resources, and use their powers as they are meant.
 *
 * Tighter than the organization: the next vendor is in it too. `StringNotEquals` is true for an absent
 * `aws:ResourceAccount`, so a resource of nobody's organization is denied.
 */
export function resourcePerimeter(perimeter: VendorPerimeter): PolicyDocument {
  const { account, backupAccount, roles } = perimeter;
  const testBuckets = bucketArn(perimeter, `${restoreTestBucketPrefix}*`);
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
    deny('OnlyOwnResources', ['events:Put*', 'lambda:*', 'logs:*', 's3:*', 'sns:*'], outside(account)),
    // The copy vault has its key in its own account; that key decides.
    deny('OnlyKnownKeys', ['kms:*'], outside(account, backupAccount)),
    foreignRoles,
    ...peopleStayInside(perimeter),
    // AWS Backup starts and cleans up restore tests with a service-linked role, which no SCP binds.
    {
      ...deny('NobodySeesRestoreTests', ['s3:*'], exceptRoles(roles.restoreTest)),
      Resource: [testBuckets, `${testBuckets}/*`],
    },
    ...powerLimits(perimeter),
  ]);
}
