import { actions, allow, type Row, resources } from './row.ts';

export const elementRows: readonly Row[] = [
  {
    says: 'actions are not case-sensitive',
    source: actions,
    identity: [allow({ Action: 'S3:getOBJECT' })],
    allowed: true,
  },
  {
    says: '* matches within an action',
    source: actions,
    identity: [allow({ Action: 's3:Get*' })],
    allowed: true,
  },
  {
    says: '? matches one character',
    source: actions,
    identity: [allow({ Action: 's3:GetObjec?' })],
    allowed: true,
  },
  {
    says: 'NotAction matches everything else',
    source: 'IAM User Guide: NotAction',
    identity: [allow({ NotAction: 's3:Put*', Action: undefined })],
    allowed: true,
  },
  {
    says: 'NotAction excludes what it lists',
    source: 'IAM User Guide: NotAction',
    identity: [allow({ NotAction: 's3:Get*', Action: undefined })],
    allowed: false,
  },
  {
    says: 'resources are case-sensitive',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::BUCKET/*' })],
    allowed: false,
  },
  {
    says: '* crosses slashes',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/*' })],
    arn: 'arn:aws:s3:::bucket/a/b',
    allowed: true,
  },
  {
    says: 'bucket/* is not the bucket',
    source: resources,
    identity: [allow({ Resource: 'arn:aws:s3:::bucket/*' })],
    arn: 'arn:aws:s3:::bucket',
    allowed: false,
  },
  {
    says: 'NotResource matches everything else',
    source: 'IAM User Guide: NotResource',
    identity: [allow({ NotResource: 'arn:aws:s3:::other/*', Resource: undefined })],
    allowed: true,
  },
];
