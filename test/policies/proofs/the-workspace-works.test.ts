import { allStatements } from '../../../policies/proofs/all-statements.ts';
import { mattersOf } from '../../../policies/proofs/authoring/matters.ts';
import { among, doing, isRoleOf } from '../../../policies/proofs/authoring/select.ts';
import { isMultivalued } from '../../../policies/proofs/aws/context-keys.ts';
import { Cases } from '../../../policies/proofs/cases/cases-of.ts';
import { decide } from '../../../policies/proofs/engine/decide.ts';
import { evaluateRequest } from '../../../policies/proofs/evaluate-request.ts';
import { proveAssembly } from '../../../policies/proofs/prove-assembly.ts';
import { isProved } from '../../../policies/proofs/report/conclusion.ts';
import { emitClaim, smtHeader } from '../../../policies/proofs/smt/emit-claim.ts';
import { readWorlds } from '../../../policies/proofs/world/read-worlds.ts';
import type { Resource, World } from '../../../policies/proofs/world/world.ts';
import type { Assembly } from '../../../policies/template/assembly.ts';
import type { Purpose } from '../../../policies/template/names.ts';
import { exampleAssembly } from '../../support/example-assembly.ts';
import { solve, withSolver } from './smt/solver.ts';

let assembly: Assembly;
let worlds: readonly World[];
beforeAll(() => {
  assembly = exampleAssembly();
  worlds = readWorlds(assembly).filter(({ name }) => name !== 'organization');
});

const allCases = new Map<World, Cases>();

/** The cases of a world, built once for all tests. */
function casesOf(world: World): Cases {
  const cases = allCases.get(world) ?? new Cases(world);
  allCases.set(world, cases);
  return cases;
}

test('every statement is proved about both shipped vendors, and none is skipped', () => {
  const report = proveAssembly(assembly);
  expect(report.failures).toEqual([]);
  expect(report.results.filter(({ verdict }) => verdict.kind !== 'proved')).toEqual([]);
  expect(isProved(report)).toBe(true);
  for (const vendor of ['luzon', 'meridian']) {
    const decided = new Set(
      report.results.filter(({ world }) => world === vendor).map(({ statement }) => statement.id),
    );
    expect([...decided].sort()).toEqual(allStatements.map(({ id }) => id).sort());
  }
});

// A proof that nothing gets through is worth nothing if nothing ever does.
describe('what the workspace is for gets through', () => {
  test.each([
    ['a reviewer reads documents', 'reviewer', ['s3:GetObject']],
    ['a reviewer writes work', 'reviewer', ['s3:PutObject']],
    ['an administrator sets a hold', 'matterAdministrator', ['s3:PutObjectLegalHold']],
  ])('%s', (_title, fn, actions) => {
    for (const world of worlds) {
      const cases = casesOf(world);
      for (const { people, buckets } of mattersOf(world)) {
        const role = people.filter(({ tags }) => tags['lpo:function'] === fn);
        expect(role).toHaveLength(1);
        const claim = {
          region: [doing(...actions)],
          cases: buckets.flatMap((bucket) => cases.onResource(bucket, among(role))),
        };
        const verdict = decide(claim, { isMultivalued });
        if (verdict.kind !== 'refuted') throw new Error(`${fn} cannot ${actions.join()}`);
        const { access, request } = verdict.counterExample;
        expect(request.context['aws:sourcevpce']).toBe(
          world.endpoints.find(({ service }) => service === 's3')?.id,
        );
        expect(request.context['aws:principaltag/lpo:mfa']).toBe('true');
        expect(evaluateRequest(access, request).allowed).toBe(true);
      }
    }
  });

  test('a reviewer decrypts through S3', () => {
    for (const world of worlds) {
      const cases = casesOf(world);
      for (const { people, keys } of mattersOf(world)) {
        const claim = {
          region: [doing('kms:Decrypt')],
          cases: keys.flatMap((key) => cases.onResource(key, among(people))),
        };
        expect(decide(claim, { isMultivalued })).toMatchObject({ kind: 'refuted' });
      }
    }
  });
});

const matterKeys = (world: World) => mattersOf(world).flatMap(({ keys }) => keys);

// Guardrails that bind everyone bind the kill switch and the connect handler too, unless somebody thought of them.
describe('what answers an incident gets through', () => {
  const some = (type: string, label: RegExp) => (world: World) =>
    world.resources.filter((resource) => resource.type === type && label.test(resource.label));
  const state = some('AWS::S3::Bucket', /-state-/);

  test.each<[string, Purpose, string, (world: World) => readonly Resource[]]>([
    ['the switch disables every key of a matter', 'containment', 'kms:DisableKey', matterKeys],
    ['the switch writes a suspension', 'containment', 's3:PutObject', state],
    ['the connect handler lists suspensions', 'connect', 's3:ListBucket', state],
    ['the connect handler writes sessions', 'connect', 's3:PutObject', state],
    ['the sweep reads sessions', 'sweep', 's3:GetObject', state],
  ])('%s', (_title, name, action, of) => {
    for (const world of worlds) {
      expect(of(world)).not.toEqual([]);
      for (const resource of of(world)) {
        const claim = {
          region: [doing(action)],
          cases: casesOf(world).onResource(resource, isRoleOf(world, [name])),
        };
        expect(decide(claim, { isMultivalued })).toMatchObject({ kind: 'refuted' });
      }
    }
  });

  test.each(['iam:AttachRolePolicy', 'ec2:RevokeClientVpnIngress', 'ec2:TerminateClientVpnConnections'])(
    'the switch may %s',
    (action) => {
      for (const world of worlds) {
        const cases = casesOf(world).onAnything(isRoleOf(world, ['containment']));
        expect(decide({ region: [doing(action)], cases }, { isMultivalued })).toMatchObject({
          kind: 'refuted',
        });
      }
    },
  );
});

// A way back that is closed to everyone would prove just as well.
describe('a restore gets through', () => {
  const roles = (world: World, name: string) => world.principals.filter(({ arn }) => arn.endsWith(name));
  const allows = (claim: Parameters<typeof decide>[0]) =>
    expect(decide(claim, { isMultivalued })).toMatchObject({ kind: 'refuted' });

  test.each([
    ['-restorer', 'backup:StartRestoreJob'],
    ['-restorer', 'iam:PassRole'],
    ['-restore-test', 's3:CreateBucket'],
    ['-copy-operator', 'backup:StartCopyJob'],
    ['-copy-operator', 'iam:PassRole'],
    ['-copy-back', 'backup:CopyFromBackupVault'],
  ])('each role %s may %s', (name, action) => {
    for (const world of worlds) {
      expect(roles(world, name)).not.toEqual([]);
      for (const role of roles(world, name))
        allows({ region: [doing(action)], cases: casesOf(world).onAnything(among([role])) });
    }
  });

  test('a restore role writes into one bucket, under one key', () => {
    for (const world of worlds) {
      const cases = casesOf(world);
      const matters = mattersOf(world);
      for (const role of roles(world, '-restore')) {
        const can = (action: string, kind: 'buckets' | 'keys') =>
          matters
            .flatMap((matter) => matter[kind])
            .filter(
              (resource) =>
                decide(
                  { region: [doing(action)], cases: cases.onResource(resource, among([role])) },
                  { isMultivalued },
                ).kind === 'refuted',
            );
        expect(can('s3:PutObject', 'buckets')).toHaveLength(1);
        expect(can('kms:GenerateDataKey', 'keys')).toHaveLength(1);
      }
    }
  });

  test.each([
    ['-restore', 'kms:Decrypt', /\/Backup AWS::KMS::Key$/],
    ['-restore-test', 'kms:Decrypt', /\/Backup AWS::KMS::Key$/],
    ['-copy-back', 'kms:GenerateDataKey', /\/Backup AWS::KMS::Key$/],
    ['-copy-back', 'kms:Decrypt', /\/Recovery AWS::KMS::Key$/],
    ['-copy-back', 'backup:CopyIntoBackupVault', /\/Backup AWS::Backup::BackupVault$/],
  ])('%s may %s on %s', (name, action, which) => {
    for (const world of worlds) {
      const targets = world.resources.filter(({ place, type }) => which.test(`${place.stack} ${type}`));
      expect(targets).toHaveLength(1);
      for (const role of roles(world, name))
        for (const target of targets)
          allows({ region: [doing(action)], cases: casesOf(world).onResource(target, among([role])) });
    }
  });
});

describe('the shipped statements before an independent solver', () => {
  withSolver('every claim is unsat, for callers spread over all there are', () => {
    const report = proveAssembly({
      ...assembly,
      stacks: assembly.stacks.filter(({ id }) => id.startsWith('meridian/')),
    });
    const claims = report.results.flatMap(({ claim }) => claim ?? []);
    expect(claims.length).toBeGreaterThan(100);
    // All cases of all claims are some thousands and take a solver minutes: one of each, not always the same.
    const scripts = claims.map(({ cases, ...claim }, index) => {
      const some = cases[(index * 7) % cases.length];
      return emitClaim(`${index}`, { ...claim, cases: some === undefined ? [] : [some] }, isMultivalued);
    });
    const answers = solve(smtHeader + scripts.join('\n'));
    expect(answers).toHaveLength(claims.length);
    expect(answers.filter((answer) => answer === 'sat')).toEqual([]);
    // Out of time is not a disagreement, but it must stay rare.
    expect(answers.filter((answer) => answer !== 'unsat').length).toBeLessThan(claims.length / 10);
  });
});
