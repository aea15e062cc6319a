import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { holdsStandardClassesAlone } from '../../../reading/standard-classes.ts';

const reads = ['s3:GetObject', 's3:GetObjectVersion'];
const scanner = exceptRoles('malwareScan', 'backup');

const role = (...fns: readonly string[]) => fns.map((fn) => roleArn(`lpo-meridian-m-7f3a9c-${fn}`));
const butFor = (...fns: readonly string[]) => ({ ArnNotEquals: { 'aws:PrincipalArn': role(...fns) } });
const insiders = ['supervising-lawyer', 'second-approver', 'malware-scan', 'backup', 'restore'];
const folder = (path: string) => ({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, path]] });
const fetching = (condition: object, Action: readonly string[] = reads) => ({
  Action,
  Resource: folder('/release/*'),
  Condition: condition,
});
const approved = { StringNotEquals: { 's3:ExistingObjectTag/lpo:release': 'approved' } };
const unversioned = { Action: 's3:PutObjectTagging', Condition: butFor('malware-scan', 'backup') };
const byApprover = {
  Action: 's3:PutObjectVersionTagging',
  Condition: butFor('malware-scan', 'backup', 'second-approver'),
};

/** The privileged zone releases nothing. */
export const check = bucketDeny({
  control: 'LPO-DAT-06',
  name: 'released-by-a-second-approver',
  expected:
    'where lpo:data-class names more than standard classes, nobody but those who prepare a release reads a version under release/ that a second approver has not tagged as approved',
  fix: 'deny s3:GetObject and s3:GetObjectVersion on release/* unless s3:ExistingObjectTag/lpo:release is approved, but for the lawyer, the second approver and services; deny tagging to everyone but scanner and second approver, and where no version is named',
  kinds: ['matter'],
  where: ({ bucket: { resource } }) =>
    resource.tags['lpo:zone'] !== 'privileged' && !holdsStandardClassesAlone(resource.tags['lpo:data-class']),
  on: 'objects',
  deny: ({ reachesFolder }) => [
    {
      actions: reads,
      trigger: [
        shape(
          ['StringNotEquals', 'StringNotEqualsIfExists'],
          's3:ExistingObjectTag/lpo:release',
          only('approved'),
        ),
      ],
      exempting: [exceptRoles('supervisingLawyer', 'secondApprover', 'malwareScan', 'backup', 'restore')],
      reaches: (statement) => reachesFolder(statement, 'release'),
    },
    {
      actions: ['s3:PutObjectVersionTagging'],
      trigger: [],
      exempting: [exceptRoles('malwareScan', 'backup', 'secondApprover')],
    },
    { actions: ['s3:PutObjectTagging'], trigger: [], exempting: [scanner] },
  ],
  good: {
    'approved versions': [fetching({ ...approved, ...butFor(...insiders) }), byApprover, unversioned],
    'roles compared as text': [
      fetching({
        StringNotEquals: { ...approved.StringNotEquals, 'aws:PrincipalArn': role(...insiders) },
      }),
      byApprover,
      unversioned,
    ],
  },
  bad: {
    'any version': [byApprover, unversioned],
    'but for who carries it out': [
      fetching({ ...approved, ...butFor(...insiders, 'release-approver') }),
      byApprover,
      unversioned,
    ],
    'versions that replaced an approved one': [
      fetching({ ...approved, ...butFor(...insiders) }, ['s3:GetObject']),
      byApprover,
      unversioned,
    ],
    'what is not withdrawn': [
      fetching({
        StringEquals: { 's3:ExistingObjectTag/lpo:release': 'withdrawn' },
        ...butFor(...insiders),
      }),
      byApprover,
      unversioned,
    ],
    'approved by the lawyer': [
      fetching({ ...approved, ...butFor(...insiders) }),
      { ...byApprover, Condition: butFor('malware-scan', 'backup', 'supervising-lawyer') },
      unversioned,
    ],
    'another folder': [
      { ...fetching({ ...approved, ...butFor(...insiders) }), Resource: folder('/x/release/*') },
      byApprover,
      unversioned,
    ],
    'whichever version is the latest': [fetching({ ...approved, ...butFor(...insiders) }), byApprover],
  },
});
