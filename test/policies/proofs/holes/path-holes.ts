import { removeStatement, statement } from './garden.ts';
import type { Hole } from './hole.ts';
import { bucketPolicy, control, keyPolicy, personRole, region } from './places.ts';

const regions = 'no-request-outside-the-regions';
const ways = 'data-has-no-way-out-in-region';
const endpoint = 'people-work-through-the-endpoint';

export const pathHoles: readonly Hole[] = [
  {
    name: 'the region is pinned by a pattern',
    refutes: regions,
    plant: (garden) => {
      const pin = statement(control(garden, 'region-pin').Content, 'PinRegion');
      pin.Condition = { StringNotLike: { 'aws:RequestedRegion': `${region}*` } };
    },
    culprit: /PinRegion.*StringNotLike/,
  },
  {
    name: 'S3 is exempt from the region pin',
    refutes: regions,
    plant: (garden) => {
      statement(control(garden, 'region-pin').Content, 'PinRegion').NotAction.push('s3:*');
    },
    culprit: /PinRegion.*its action does not match/,
  },
  {
    name: 'a role is exempt from the region pin',
    refutes: regions,
    plant: (garden) => {
      statement(control(garden, 'region-pin').Content, 'PinRegion').Condition.ArnNotLike = {
        'aws:PrincipalArn': 'arn:aws:iam::*:role/stacksets-exec-*',
      };
    },
    culprit: /PinRegion.*stacksets-exec/,
  },
  {
    name: 'a copy may go without saying where',
    refutes: ways,
    plant: (garden) => removeStatement(control(garden, 'region-pin').Content, 'CopiesNameTheirTarget'),
    culprit: /assumed: every action on every resource|CopiesOnlyToTheCopyVault/,
  },
  {
    name: 'a text where a Bool is needed: kms:MultiRegion "True"',
    refutes: ways,
    plant: (garden) => {
      statement(control(garden, 'region-pin').Content, 'NoMultiRegionKeys').Condition = {
        StringEquals: { 'kms:MultiRegion': 'True' },
      };
    },
    culprit: /NoMultiRegionKeys.*StringEquals kms:MultiRegion/,
  },
  {
    name: 'ForAllValues where ForAnyValue is needed: one good copy target hides a bad one',
    refutes: ways,
    plant: (garden) => {
      const deny = statement(control(garden, 'region-pin').Content, 'CopiesOnlyToTheCopyVault');
      deny.Condition = { 'ForAllValues:ArnNotEquals': deny.Condition['ForAnyValue:ArnNotEquals'] };
    },
    culprit: /CopiesOnlyToTheCopyVault.*ForAllValues:ArnNotEquals/,
  },
  {
    name: 'the deny outside the endpoint exempts aws:ViaAWSService',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.BoolIfExists = {
        'aws:ViaAWSService': 'false',
      };
    },
    culprit: /OnlyThroughTheEndpoint.*BoolIfExists aws:ViaAWSService false does not hold/,
  },
  {
    name: 'any endpoint will do',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.StringNotLike = {
        'aws:SourceVpce': 'vpce-*',
      };
      delete statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.StringNotEquals;
    },
    culprit: /OnlyThroughTheEndpoint.*StringNotLike aws:SourceVpce/,
  },
  {
    name: 'the deny binds only where an endpoint is named at all',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      statement(bucketPolicy(garden), 'OnlyThroughTheEndpoint').Condition.Null = {
        'aws:SourceVpce': 'false',
      };
    },
    culprit: /OnlyThroughTheEndpoint.*Null aws:SourceVpce/,
  },
  {
    name: 'the key serves S3 in every region',
    refutes: endpoint,
    bare: true,
    plant: (garden) => {
      const use = statement(keyPolicy(garden), 'PeopleReadAndWriteThroughS3');
      delete use.Condition.StringEquals['kms:ViaService'];
      use.Condition.StringLike = { 'kms:ViaService': 's3.*.amazonaws.com' };
    },
    culprit: /PeopleReadAndWriteThroughS3 \(resource policy\)/,
  },
  {
    name: 'MFA by Bool on a key that SAML sessions do not have',
    refutes: 'people-work-with-mfa',
    bare: true,
    plant: (garden) => {
      const [trust] = personRole(garden, 'reviewer').AssumeRolePolicyDocument.Statement;
      delete trust.Condition.StringEquals['aws:RequestTag/lpo:mfa'];
      const boundary = garden.find(
        'meridian/Access',
        'AWS::IAM::ManagedPolicy',
        'lpo-meridian-matter-boundary',
      );
      for (const allowed of boundary.PolicyDocument.Statement) delete allowed.Condition;
      const deny = statement(bucketPolicy(garden), 'OnlyWithMfa');
      delete deny.Condition.StringNotEquals;
      deny.Condition.Bool = { 'aws:MultiFactorAuthPresent': 'false' };
    },
    culprit: /OnlyWithMfa.*Bool aws:MultiFactorAuthPresent false does not hold/,
  },
  {
    name: 'sessions of twelve hours',
    refutes: 'sessions-end',
    plant: (garden) => {
      personRole(garden, 'reviewer').MaxSessionDuration = 43_200;
    },
    culprit: /Peoplereviewer.*MaxSessionDuration/,
  },
];
