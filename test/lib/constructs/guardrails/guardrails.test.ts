import { deploymentLimits } from '../../../../lib/constructs/guardrails/deployment-limits.ts';
import { identityPerimeter } from '../../../../lib/constructs/guardrails/identity-perimeter.ts';
import { networkPerimeter } from '../../../../lib/constructs/guardrails/network-perimeter.ts';
import { policyDocument } from '../../../../lib/constructs/guardrails/policy-document.ts';
import { onlyTheDeploymentBuilds, powersHaveHolders } from '../../../../lib/constructs/guardrails/powers.ts';
import { quarantine } from '../../../../lib/constructs/guardrails/quarantine.ts';
import { regionPin } from '../../../../lib/constructs/guardrails/region-pin.ts';
import { resourcePerimeter } from '../../../../lib/constructs/guardrails/resource-perimeter.ts';
import { vendorPerimeter } from '../../../../lib/constructs/guardrails/vendor-perimeter.ts';
import { exampleOrganization, exampleVendor } from '../../../support/configuration.ts';
import { denials } from '../../../support/policy-evaluator.ts';

const perimeterOf = (name: 'luzon' | 'meridian') => {
  const base = vendorPerimeter('aws', exampleOrganization(), exampleVendor(name));
  return base;
};
const meridian = perimeterOf('meridian');
const luzon = perimeterOf('luzon');
const inAccount = (name: string, account = '200000000001') => `arn:aws:iam::${account}:role/${name}`;
const by = (principal: string, more: Record<string, string | string[]> = {}) => ({
  'aws:PrincipalArn': principal,
  'aws:RequestedRegion': 'eu-west-2',
  'aws:ResourceAccount': '200000000001',
  ...more,
});
const reviewer = inAccount('lpo-meridian-m-7f3a9c-reviewer');
const custodian = inAccount('lpo-meridian-key-custodian');
const backup = inAccount('lpo-meridian-m-7f3a9c-backup');
const breakGlass = inAccount('lpo-break-glass');
const root = 'arn:aws:iam::200000000001:root';
const { deploy, pipeline } = meridian.roles;
const lookup = inAccount('cdk-closedroom-lookup-role-200000000001-eu-west-2');
/** The account stands under all of them. */
const all = policyDocument(
  [regionPin, resourcePerimeter, powersHaveHolders, onlyTheDeploymentBuilds, deploymentLimits].flatMap(
    (guardrail) => guardrail(meridian).Statement,
  ),
);
const everyone = [reviewer, custodian, backup, breakGlass, root, deploy, pipeline, lookup];

describe('region pin', () => {
  const policy = regionPin(meridian);

  test.each(everyone)('no request of %s leaves the region', (principal) => {
    for (const action of [
      's3:GetObject',
      'kms:CreateKey',
      'config:PutConfigRule',
      'backup:CopyIntoBackupVault',
    ]) {
      const elsewhere = { action, context: by(principal, { 'aws:RequestedRegion': 'eu-west-1' }) };
      expect(denials(policy, elsewhere)).toContain('PinRegion');
    }
  });

  test('neither an absent region nor a global inference profile passes', () => {
    expect(denials(policy, { action: 's3:GetObject', context: {} })).toContain('PinRegion');
    const inference = { action: 'bedrock:InvokeModel', context: { 'aws:RequestedRegion': 'unspecified' } };
    expect(denials(policy, inference)).toContain('PinRegion');
  });

  test('work in the region and identity calls pass', () => {
    expect(denials(policy, { action: 's3:GetObject', context: by(reviewer) })).toEqual([]);
    const whoAmI = {
      action: 'sts:GetCallerIdentity',
      context: by(reviewer, { 'aws:RequestedRegion': 'us-east-1' }),
    };
    expect(denials(policy, whoAmI)).toEqual([]);
  });

  test('the recovery region is open to the backup roles alone', () => {
    const request = (principal: string) => ({
      action: 'backup:CopyIntoBackupVault',
      context: { 'aws:PrincipalArn': principal, 'aws:RequestedRegion': 'us-west-2' },
    });
    const pin = regionPin(luzon);
    expect(denials(pin, request(inAccount('lpo-luzon-m-c90e15-backup', '200000000002')))).toEqual([]);
    expect(denials(pin, request(luzon.roles.deploy))).toEqual(['RecoveryRegionIsForBackups']);
    expect(denials(pin, request(inAccount('lpo-meridian-m-7f3a9c-backup')))).toEqual([
      'RecoveryRegionIsForBackups',
    ]);
  });
});

describe('copies and keys', () => {
  const policy = regionPin(meridian);
  const copyTo = (...targets: string[]) => ({
    action: 'backup:CopyFromBackupVault',
    context: by(backup, { 'backup:CopyTargets': targets }),
  });
  const copyVault = 'arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy';

  test('copies go to the copy vault of this vendor and nowhere else', () => {
    expect(denials(policy, copyTo(copyVault))).toEqual([]);
    for (const other of [
      copyVault.replace('meridian', 'luzon'),
      copyVault.replace('eu-west-2', 'eu-west-1'),
      copyVault.replace('100000000004', '999999999999'),
    ]) {
      expect(denials(policy, copyTo(other))).toEqual(['CopiesOnlyToTheCopyVault']);
      expect(denials(policy, copyTo(copyVault, other))).toEqual(['CopiesOnlyToTheCopyVault']);
    }
    expect(denials(policy, { action: 'backup:CopyFromBackupVault', context: by(backup) })).toEqual([
      'CopiesNameTheirTarget',
    ]);
  });

  test('single-region keys can be made, multi-Region ones cannot', () => {
    const create = (multiRegion: Record<string, string>) => ({
      action: 'kms:CreateKey',
      context: by(deploy, multiRegion),
    });
    expect(denials(policy, create({}))).toEqual([]);
    expect(denials(policy, create({ 'kms:MultiRegion': 'false' }))).toEqual([]);
    expect(denials(policy, create({ 'kms:MultiRegion': 'true' }))).toEqual(['NoMultiRegionKeys']);
  });
});

// Who may do what is proved: policies/proofs/statements/guardrails-leave-everyone-their-job.ts.
describe('powers', () => {
  const policy = all;
  const here = { 'aws:ResourceAccount': '200000000001', 'aws:VpceAccount': '200000000001' };
  const alone = (action: string, allowed: readonly string[]) => {
    const passing = everyone.filter(
      (principal) => denials(policy, { action, context: by(principal, here) }).length === 0,
    );
    expect(passing).toEqual(allowed);
  };

  test.each([
    ['cloudtrail:StopLogging', []],
    ['kms:ReplicateKey', []],
    ['ec2:CreateInternetGateway', []],
    ['bedrock:InvokeModel', []],
    ['aws-service-of-tomorrow:Anything', []],
    ['kms:PutKeyPolicy', [deploy]],
    ['iam:UpdateAssumeRolePolicy', [deploy]],
    ['kms:ScheduleKeyDeletion', [custodian]],
    ['ec2:AuthorizeClientVpnIngress', [custodian, deploy]],
    ['cloudformation:UpdateStack', [pipeline]],
    ['ec2:TerminateClientVpnConnections', [breakGlass]],
    ['acm:ImportCertificate', [root]],
    ['ec2:DescribeSecurityGroups', everyone],
  ] as const)('%s', (action, allowed) => alone(action, allowed));

  test('the custodian waits 30 days and never deletes under a hold', () => {
    const request = (more: Record<string, string>) => ({
      action: 'kms:ScheduleKeyDeletion',
      context: by(custodian, more),
    });
    const window = 'kms:ScheduleKeyDeletionPendingWindowInDays';
    expect(denials(policy, request({ [window]: '30' }))).toEqual([]);
    expect(denials(policy, request({ [window]: '29' }))).toEqual(['FullDeletionWindow']);
    expect(denials(policy, request({ 'aws:ResourceTag/lpo:legal-hold': 'true' }))).toEqual([
      'LegalHoldBeatsDeletion',
    ]);
  });

  test('grants come from AWS services only, whether KMS says so or says nothing', () => {
    const grant = (more: Record<string, string>) => ({
      action: 'kms:CreateGrant',
      context: by(deploy, more),
    });
    expect(denials(policy, grant({ 'kms:GrantIsForAWSResource': 'true' }))).toEqual([]);
    expect(denials(policy, grant({ 'kms:GrantIsForAWSResource': 'false' }))).toEqual([
      'GrantsOnlyThroughServices',
    ]);
    expect(denials(policy, grant({}))).toEqual(['GrantsOnlyThroughServices']);
  });

  test("holds are the matter administrators'", () => {
    const administrator = inAccount('lpo-meridian-m-7f3a9c-matter-administrator');
    const hold = (principal: string) => ({
      action: 's3:PutObjectLegalHold',
      context: by(principal, here),
    });
    expect(denials(policy, hold(administrator))).toEqual([]);
    expect(denials(policy, hold(administrator.replace('200000000001', '200000000002')))).not.toEqual([]);
    alone('s3:PutObjectRetention', []);
  });

  test('roles are passed by the deploy role; the pipeline passes that one role', () => {
    const pass = (principal: string, resource: string) =>
      denials(policy, { action: 'iam:PassRole', resource, context: by(principal) });
    expect(pass(deploy, backup)).toEqual([]);
    expect(pass(pipeline, deploy)).toEqual([]);
    expect(pass(pipeline, backup)).toEqual(['PipelinePassesOnlyTheDeployRole']);
    for (const principal of [reviewer, custodian, breakGlass, root, lookup]) {
      expect(pass(principal, deploy)).toContain('PassingRoles');
    }
  });
});

describe('resource perimeter', () => {
  const policy = resourcePerimeter(meridian);
  /** From inside the workspace, where the network statements have nothing to say. */
  const on = (action: string, account: string, principal = reviewer, resource = '*') =>
    denials(policy, {
      action,
      resource,
      context: by(principal, { 'aws:ResourceAccount': account, 'aws:VpceAccount': '200000000001' }),
    });

  test('people reach objects and keys from inside the workspace only', () => {
    const outside = (action: string, more = {}) =>
      denials(policy, { action, context: by(reviewer, { 'aws:ResourceAccount': '200000000001', ...more }) });
    expect(outside('s3:GetObject')).toEqual(['PeopleReachObjectsThroughEndpoints']);
    expect(outside('s3:GetObject', { 'aws:VpceAccount': '200000000002' })).not.toEqual([]);
    expect(outside('kms:Decrypt')).toEqual(['PeopleReachKeysThroughEndpointsOrS3']);
    expect(outside('kms:Decrypt', { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' })).toEqual([]);
    expect(outside('kms:Decrypt', { 'kms:ViaService': 'athena.eu-west-2.amazonaws.com' })).not.toEqual([]);
  });

  test("the next vendor's resources are as foreign as a stranger's", () => {
    for (const account of ['200000000002', '999999999999']) {
      for (const action of ['s3:PutObject', 'sns:Publish', 'logs:PutLogEvents', 'events:PutEvents']) {
        expect(on(action, account, deploy)).toContain('OnlyOwnResources');
      }
      expect(on('kms:Encrypt', account)).toEqual(['OnlyKnownKeys']);
      expect(on('sts:AssumeRole', account)).toEqual(['OnlyOwnRolesAndTheLogReader']);
    }
    expect(on('s3:PutObject', '200000000001')).toEqual([]);
    expect(denials(policy, { action: 's3:PutObject', context: {} })).toContain('OnlyOwnResources');
  });

  test('the backup account and the log archive are reached for one thing each', () => {
    expect(on('kms:GenerateDataKey', '100000000004', backup)).toEqual([]);
    expect(on('s3:GetObject', '100000000003')).toEqual(['OnlyOwnResources']);
    const reader = 'arn:aws:iam::100000000003:role/lpo-meridian-log-reader';
    expect(on('sts:AssumeRole', '100000000003', reviewer, reader)).toEqual([]);
    expect(on('sts:AssumeRole', '100000000003', reviewer, reader.replace('meridian', 'luzon'))).not.toEqual(
      [],
    );
  });

  test('the switch and the custodian handle the suspensions of this vendor and no other policy', () => {
    const denied = (action: string, who: string, arn: string) =>
      denials(all, { action, context: { ...by(who), 'iam:PolicyARN': arn } }).length > 0;
    const { containment, keyCustodian } = meridian.roles;
    const { suspendedPolicyArn } = meridian;
    for (const [who, action] of [
      [containment, 'iam:AttachRolePolicy'],
      [keyCustodian, 'iam:DetachRolePolicy'],
    ] as const) {
      expect(denied(action, who, suspendedPolicyArn)).toBe(false);
      expect(denied(action, who, `${suspendedPolicyArn}-p-0a1b2c`)).toBe(false);
      expect(denied(action, who, suspendedPolicyArn.replace('meridian', 'luzon'))).toBe(true);
      expect(denied(action, who, 'arn:aws:iam::aws:policy/AdministratorAccess')).toBe(true);
    }
    expect(denied('iam:DetachRolePolicy', breakGlass, suspendedPolicyArn)).toBe(true);
  });
});

describe('identity perimeter', () => {
  const policy = identityPerimeter(meridian);
  const own = {
    'aws:PrincipalArn': reviewer,
    'aws:PrincipalAccount': '200000000001',
    'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
    'aws:PrincipalIsAWSService': 'false',
    'aws:SecureTransport': 'true',
    's3:TlsVersion': '1.3',
  };
  const read = (context: Record<string, string>) => denials(policy, { action: 's3:GetObject', context });

  test('own principals pass; neighbours, strangers and anonymous callers do not', () => {
    expect(read(own)).toEqual([]);
    expect(read({ ...own, 'aws:PrincipalAccount': '200000000002' })).toEqual(['OnlyThisAccountsPrincipals']);
    expect(read({ ...own, 'aws:PrincipalAccount': '999999999999', 'aws:PrincipalOrgID': 'o-other' })).toEqual(
      ['OnlyThisOrganization', 'OnlyThisAccountsPrincipals'],
    );
    expect(read({ 'aws:SecureTransport': 'true' })).toEqual([
      'OnlyThisOrganization',
      'OnlyThisAccountsPrincipals',
    ]);
  });

  test('a service acts for this account or for nobody it names', () => {
    const service = { 'aws:PrincipalIsAWSService': 'true', 'aws:SecureTransport': 'true' };
    expect(read(service)).toEqual([]);
    expect(read({ ...service, 'aws:SourceAccount': '200000000001' })).toEqual([]);
    expect(read({ ...service, 'aws:SourceAccount': '200000000002' })).toEqual(['NoConfusedDeputy']);
  });

  test('TLS 1.2 or newer', () => {
    expect(read({ ...own, 'aws:SecureTransport': 'false' })).toEqual(['TlsOnly']);
    expect(read({ ...own, 's3:TlsVersion': '1.1' })).toEqual(['Tls12OrNewer']);
  });
});

describe('network perimeter', () => {
  const policy = networkPerimeter(meridian);
  const ask = (action: string, context: Record<string, string>) =>
    denials(policy, { action, context: { 'aws:PrincipalArn': reviewer, ...context } });

  test('objects only through an endpoint of this account, no service in between excepted', () => {
    expect(ask('s3:GetObject', { 'aws:VpceAccount': '200000000001' })).toEqual([]);
    for (const around of [{}, { 'aws:VpceAccount': '200000000002' }, { 'aws:ViaAWSService': 'true' }]) {
      expect(ask('s3:GetObject', around as Record<string, string>)).toEqual([
        'PeopleReachObjectsThroughEndpoints',
      ]);
    }
  });

  test('keys through an endpoint, or through S3 of this region', () => {
    expect(ask('kms:Decrypt', { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' })).toEqual([]);
    expect(ask('kms:Decrypt', { 'aws:VpceAccount': '200000000001' })).toEqual([]);
    for (const around of [
      {},
      { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
      { 'aws:ViaAWSService': 'true' },
    ]) {
      expect(ask('kms:Decrypt', around as Record<string, string>)).toEqual([
        'PeopleReachKeysThroughEndpointsOrS3',
      ]);
    }
  });

  test.each(['REST-QUERY-STRING', 'POST'])('%s requests are nobody’s', (authType) => {
    const through = { 'aws:VpceAccount': '200000000001', 's3:authType': authType };
    expect(ask('s3:GetObject', through)).toEqual(['NoPresignedUrls']);
    expect(ask('s3:GetObject', { ...through, 'aws:PrincipalArn': deploy })).toEqual(['NoPresignedUrls']);
  });

  test('AWS Backup does not come through the endpoint', () => {
    expect(ask('s3:GetObject', { 'aws:PrincipalArn': backup })).toEqual([]);
  });
});

describe('quarantine', () => {
  const policy = quarantine({ partition: 'aws', breakGlassRoleName: 'lpo-break-glass' });
  const frozen = (principal: string) =>
    denials(policy, { action: 'logs:PutLogEvents', context: { 'aws:PrincipalArn': principal } }).length > 0;

  test('leaves break-glass, the key custodian and log delivery, freezes everything else', () => {
    expect(everyone.filter((principal) => !frozen(principal)).sort()).toEqual([breakGlass, custodian].sort());
    expect(frozen(inAccount('lpo-meridian-trail-logs'))).toBe(false);
    expect(frozen(inAccount('lpo-meridian-flow-logs'))).toBe(false);
  });
});
