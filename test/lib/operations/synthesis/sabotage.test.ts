import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, type Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Finding, formatPlace } from '../../../../lib/model/finding.ts';
import { type SynthesizeOptions, synthesize } from '../../../../lib/operations/synthesis/synthesize.ts';

const asOf = '2026-11-21';
const folder = () => mkdtempSync(join(tmpdir(), 'closed-room-'));
/** One change of one resource of the London vendor, and the finding that it alone leads to. */
interface Sabotage {
  readonly name: string;
  readonly code: RegExp;
  readonly place: RegExp;
  /** @default - anything */
  readonly got?: RegExp;
  readonly plant: (meridian: IConstruct) => void;
}

/**
 * Findings of `lpo synth` after somebody changed resources of the London vendor. `lpo check` gives the same on the
 * same assembly: synthesize.test.ts.
 *
 * @param options Other than the London vendor alone of the shipped configuration.
 */
function findingsAfter(
  plant: (meridian: IConstruct) => void,
  options: Partial<Pick<SynthesizeOptions, 'config' | 'vendor'>> = {},
): readonly Finding[] {
  const { synth } = Stage.prototype;
  const sabotaged = jest.spyOn(Stage.prototype, 'synth').mockImplementationOnce(function (
    this: Stage,
    ...options
  ) {
    plant(this.node.findChild('meridian'));
    return synth.apply(this, options);
  });
  try {
    return synthesize({
      config: 'config',
      output: folder(),
      asOf,
      vendor: ['meridian'],
      cloudFormation: false,
      ...options,
    }).evaluation.findings;
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

const sabotages: readonly Sabotage[] = [
  {
    name: 'a public subnet',
    code: /^LPO-NET-01\//,
    place: /^meridian\/Network\/.*Subnet/,
    plant: (stage) => resource(stage, 'AWS::EC2::Subnet').addPropertyOverride('MapPublicIpOnLaunch', true),
  },
  {
    name: 'kms:* for the account root on a matter key',
    code: /^LPO-DAT-01\//,
    place: /^meridian\/Matter-m-7f3a9c\/Documents\/Key\//,
    plant: (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::KMS::Key').addPropertyOverride(
        'KeyPolicy.Statement.1.Action',
        'kms:*',
      ),
  },
  {
    name: 'a VPN rule for all groups',
    code: /^LPO-NET-01\//,
    place: /^meridian\/Vpn\//,
    plant: (stage) => {
      const rule = resource(stage, 'AWS::EC2::ClientVpnAuthorizationRule');
      rule.addPropertyOverride('AuthorizeAllGroups', true);
      rule.addPropertyDeletionOverride('AccessGroupId');
    },
  },
  {
    name: 'a trail without log file validation',
    code: /^LPO-LOG-02\//,
    place: /^meridian\/Audit\//,
    plant: (stage) =>
      resource(stage, 'AWS::CloudTrail::Trail').addPropertyOverride('EnableLogFileValidation', false),
  },
  {
    name: 'an internet gateway',
    code: /^LPO-NET-01\//,
    place: /^meridian\/Network\/Gateway/,
    plant: (stage) => {
      new CfnResource(stage.node.findChild('Network') as Stack, 'Gateway', {
        type: 'AWS::EC2::InternetGateway',
      });
    },
  },
  {
    name: 'a matter role that another account may assume',
    code: /^proof:roles-open-to-their-people-only/,
    place: /^meridian/,
    got: /account 999999999999/,
    plant: (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::IAM::Role').addPropertyOverride(
        'AssumeRolePolicyDocument.Statement.1',
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: 'arn:aws:iam::999999999999:root' } },
      ),
  },
  {
    name: 'a restore test under a key of AWS',
    code: /^LPO-RES-01\/restores-tested/,
    place: /^meridian\/Matter-m-7f3a9c\/Documents\/RestoreTest/,
    plant: (stage) =>
      resource(
        stage.node.findChild('Matter-m-7f3a9c'),
        'AWS::Backup::RestoreTestingSelection',
      ).addPropertyDeletionOverride('RestoreMetadataOverrides.kmsKey'),
  },
  {
    name: 'a backup once a week',
    code: /^LPO-RES-01\/recovery-objectives-met/,
    place: /^meridian\/Matter-m-7f3a9c\/Documents\/Bucket/,
    plant: (stage) =>
      resource(stage.node.findChild('Matter-m-7f3a9c'), 'AWS::Backup::BackupPlan').addPropertyOverride(
        'BackupPlan.BackupPlanRule.0.ScheduleExpression',
        'cron(0 2 ? * SUN *)',
      ),
  },
  {
    name: 'a restore role that writes into every bucket of the vendor',
    code: /^proof:restores-stay-in-their-zone/,
    place: /^meridian/,
    got: /^lpo-meridian-m-7f3a9c-restore may/,
    plant: (stage) => {
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
  },
];

/**
 * The rounds that a sabotage is planted in: no two have the same. A finding that comes in these and in no other is
 * therefore that sabotage's own, and one that another hid would be missing in one of them.
 */
const rounds = [0, 1, 2, 3];
const isPlantedIn = (round: number, at: number): boolean => (((at + 1) >> round) & 1) === 1;

describe('each sabotage is found and named, in company', () => {
  let found: readonly (readonly Finding[])[];
  beforeAll(() => {
    found = rounds.map((round) =>
      findingsAfter((meridian) => {
        for (const [at, { plant }] of sabotages.entries()) if (isPlantedIn(round, at)) plant(meridian);
      }),
    );
  });

  test('the rounds tell them apart', () => {
    const plans = sabotages.map((_, at) => rounds.filter((round) => isPlantedIn(round, at)).join());
    expect(plans).not.toContain('');
    expect(new Set(plans).size).toBe(sabotages.length);
  });

  test.each(sabotages.map((sabotage, at) => ({ ...sabotage, at })))('$name', ({ code, place, got, at }) => {
    const seen = found.map((findings) =>
      findings.some(
        (finding) =>
          code.test(finding.code) &&
          place.test(formatPlace(finding.where)) &&
          (got === undefined || got.test(finding.got)),
      ),
    );
    expect(seen).toEqual(rounds.map((round) => isPlantedIn(round, at)));
  });
});

test('without a sabotage there is no finding, also from a copy of the configuration', () => {
  const config = folder();
  cpSync('config', config, { recursive: true });
  let called = 0;
  expect(findingsAfter(() => called++, { config, vendor: ['luzon', 'meridian'] })).toEqual([]);
  expect(called).toBe(1);
});
