import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { matterName } from '../../../template/names.ts';

const scanTag = 'GuardDutyMalwareScanStatus';
const removing = ['s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging', 's3:PutObjectTagging'];
const tagging = ['s3:PutObjectVersionTagging'];
const scanner = exceptRoles('malwareScan');
/** Absent counts as not clean: `StringNotEquals` is true then. */
const unless = (key: string) =>
  shape(['StringNotEquals', 'StringNotEqualsIfExists'], key, only('NO_THREATS_FOUND'));

const role = (purpose: 'malwareScan' | 'secondApprover') =>
  roleArn(matterName('meridian', 'm-7f3a9c', purpose));
const butFor = (...roles: readonly string[]) => ({ ArnNotLike: { 'aws:PrincipalArn': roles } });
const byScanner = butFor(role('malwareScan'));
const byBoth = butFor(role('malwareScan'), role('secondApprover'));
const repeats = { StringNotEquals: { [`s3:RequestObjectTag/${scanTag}`]: 'NO_THREATS_FOUND' }, ...byScanner };
const scanned = {
  StringNotEquals: { [`s3:ExistingObjectTag/${scanTag}`]: 'NO_THREATS_FOUND' },
  ...byScanner,
};
const each = (...statements: readonly (readonly [readonly string[], object])[]) =>
  statements.map(([Action, Condition]) => ({ Action, Condition }));

/**
 * The tag declares an object clean, so that its writer decides what is readable. A second approver tags what is
 * approved, and tags are replaced as a whole: that role may do so for a named version that is clean and stays so.
 */
export const check = bucketDeny({
  control: 'LPO-DAT-06',
  name: 'scan-tag-protected',
  expected:
    'the bucket policy denies writing object tags to everyone but the scanner’s role, and a second approver who leaves the scan as it is',
  fix: `deny ${[...removing, ...tagging].join(', ')} with ArnNotLike aws:PrincipalArn naming the scanner's role; where a second approver is exempt, deny tagging unless ${scanTag} is NO_THREATS_FOUND before and in the request`,
  kinds: ['matter'],
  on: 'objects',
  deny: ({ statements, reaches }) => {
    const byScannerAlone = { actions: [...removing, ...tagging], trigger: [], exempting: [scanner] };
    const whole = undenied(byScannerAlone, statements, (statement) => reaches(statement, 'objects'));
    if (whole.length === 0) return [];
    return [
      { actions: removing, trigger: [], exempting: [scanner] },
      {
        actions: tagging,
        trigger: [],
        exempting: [exceptRoles('malwareScan', 'secondApprover')],
      },
      { actions: tagging, trigger: [unless(`s3:RequestObjectTag/${scanTag}`)], exempting: [scanner] },
      { actions: tagging, trigger: [unless(`s3:ExistingObjectTag/${scanTag}`)], exempting: [scanner] },
    ];
  },
  good: {
    'but for the scanner': { Action: [...removing, ...tagging], Condition: byScanner },
    'a second approver of what stays clean': each(
      [removing, byScanner],
      [tagging, byBoth],
      [tagging, repeats],
      [tagging, scanned],
    ),
  },
  bad: {
    'the latest version only': {
      Action: [...removing, ...tagging].filter((action) => !action.includes('Version')),
      Condition: byScanner,
    },
    'but for any role': { Action: [...removing, ...tagging], Condition: butFor('*') },
    'an approver who removes tags': each(
      [[...removing, ...tagging], byBoth],
      [tagging, repeats],
      [tagging, scanned],
    ),
    'an approver who declares clean': each([removing, byScanner], [tagging, byBoth], [tagging, repeats]),
    'an approver who drops the finding': each([removing, byScanner], [tagging, byBoth], [tagging, scanned]),
  },
});
