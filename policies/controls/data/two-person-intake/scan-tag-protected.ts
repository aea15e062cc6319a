import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { matterName } from '../../../template/names.ts';

const actions = [
  's3:DeleteObjectTagging',
  's3:DeleteObjectVersionTagging',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
];
const scanner = {
  ArnNotLike: { 'aws:PrincipalArn': roleArn(matterName('meridian', 'm-7f3a9c', 'malwareScan')) },
};

/** The tag declares an object clean, so that its writer decides what is readable. */
export const check = bucketDeny({
  control: 'LPO-DAT-06',
  name: 'scan-tag-protected',
  expected: 'the bucket policy denies writing object tags to everyone but the scanner’s role',
  fix: `deny ${actions.join(', ')} with ArnNotLike aws:PrincipalArn naming the scanner's role`,
  kinds: ['matter'],
  on: 'objects',
  deny: { actions, trigger: [], exempting: [exceptRoles('malwareScan', 'backup')] },
  good: { 'but for the scanner': { Action: actions, Condition: scanner } },
  bad: {
    'the latest version only': {
      Action: actions.filter((action) => !action.includes('Version')),
      Condition: scanner,
    },
    'but for any role': { Action: actions, Condition: { ArnNotLike: { 'aws:PrincipalArn': '*' } } },
  },
});
