import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, type Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { formatPlace } from '../../../../lib/model/finding.ts';
import { synthesize } from '../../../../lib/operations/synthesis/synthesize.ts';

const asOf = '2026-11-21';
const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));
/**
 * Findings of `lpo synth` after somebody changed one resource of the London vendor. `lpo check` gives the same on the
 * same assembly: synthesize.test.ts.
 *
 * @param vendor Vendors to synthesize. @default - the London vendor, for no other is changed
 */
function findingsAfter(break_: (meridian: IConstruct) => void, vendor: readonly string[] = ['meridian']) {
  const { synth } = Stage.prototype;
  const sabotaged = jest.spyOn(Stage.prototype, 'synth').mockImplementationOnce(function (
    this: Stage,
    ...options
  ) {
    break_(this.node.findChild('meridian'));
    return synth.apply(this, options);
  });
  try {
    return synthesize({ config: 'config', output: folder(), asOf, vendor }).evaluation.findings;
  } finally {
    sabotaged.mockRestore();
  }
}

const resource = (stage: IConstruct, type: string, at = 0): CfnResource => {
  const found = stage.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && node.cfnResourceType === type);
  const chosen = found[at];
  if (!chosen) throw new Error(`no ${type}`);
  return chosen;
};

test('the hook works: without a change there is no finding', () => {
  let called = 0;
  expect(findingsAfter(() => called++, ['luzon', 'meridian'])).toEqual([]);
  expect(called).toBe(1);
});

test.each<[string, RegExp, RegExp, (meridian: IConstruct) => void]>([
  [
    'a public subnet',
    /^LPO-NET-01\//,
    /^meridian\/Network\//,
    (stage) => resource(stage, 'AWS::EC2::Subnet').addPropertyOverride('MapPublicIpOnLaunch', true),
  ],
  [
    'kms:* for the account root on a matter key',
    /^LPO-DAT-01\//,
    /^meridian\/Matter-m-7f3a9c\/Documents\/Key\//,
    (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::KMS::Key').addPropertyOverride(
        'KeyPolicy.Statement.1.Action',
        'kms:*',
      ),
  ],
  [
    'a VPN rule for all groups',
    /^LPO-NET-01\//,
    /^meridian\/Vpn\//,
    (stage) => {
      const rule = resource(stage, 'AWS::EC2::ClientVpnAuthorizationRule');
      rule.addPropertyOverride('AuthorizeAllGroups', true);
      rule.addPropertyDeletionOverride('AccessGroupId');
    },
  ],
  [
    'a trail without log file validation',
    /^LPO-LOG-02\//,
    /^meridian\/Audit\//,
    (stage) =>
      resource(stage, 'AWS::CloudTrail::Trail').addPropertyOverride('EnableLogFileValidation', false),
  ],
  [
    'an internet gateway',
    /^LPO-NET-01\//,
    /^meridian\/Network\/Gateway/,
    (stage) => {
      new CfnResource(stage.node.findChild('Network') as Stack, 'Gateway', {
        type: 'AWS::EC2::InternetGateway',
      });
    },
  ],
  [
    'a matter role that another account may assume',
    /^(LPO-|proof:)/,
    /^meridian/,
    (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::IAM::Role').addPropertyOverride(
        'AssumeRolePolicyDocument.Statement.1',
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::999999999999:root' } },
      ),
  ],
  [
    'a restore test under a key of AWS',
    /^LPO-RES-01\/restores-tested/,
    /^meridian\/Matter-m-7f3a9c\/Documents\/RestoreTest/,
    (stage) =>
      resource(
        stage.node.findChild('Matter-m-7f3a9c'),
        'AWS::Backup::RestoreTestingSelection',
      ).addPropertyDeletionOverride('RestoreMetadataOverrides.kmsKey'),
  ],
  [
    'a backup once a week',
    /^LPO-RES-01\/recovery-objectives-met/,
    /^meridian\/Matter-m-7f3a9c\/Documents\/Bucket/,
    (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::Backup::BackupPlan').addPropertyOverride(
        'BackupPlan.BackupPlanRule.0.ScheduleExpression',
        'cron(0 2 ? * SUN *)',
      ),
  ],
  [
    'a restore role that writes into every bucket of the vendor',
    /^proof:restores-stay-in-their-zone/,
    /^meridian/,
    (stage) => {
      const policies = stage.node
        .findChild('Matter-m-7f3a9c')
        .node.findAll()
        .filter(
          (node): node is CfnResource =>
            CfnResource.isCfnResource(node) && /Documents\/Restore\/Policy/.test(node.node.path),
        );
      expect(policies).toHaveLength(1);
      policies[0]?.addPropertyOverride(
        'PolicyDocument.Statement.1.Resource',
        'arn:aws:s3:::lpo-meridian-*/*',
      );
    },
  ],
])('%s is found and named', (_, rule, place, break_) => {
  const findings = findingsAfter(break_);
  expect(findings.filter(({ code, where }) => rule.test(code) && place.test(formatPlace(where)))).not.toEqual(
    [],
  );
});

test('each vendor file is judged on its own: a copy of the configuration gives the same verdict', () => {
  const config = folder();
  cpSync('config', config, { recursive: true });
  expect(synthesize({ config, output: folder(), asOf }).evaluation.findings).toEqual([]);
});
