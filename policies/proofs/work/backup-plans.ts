import { asText } from '../../../lib/model/as-text.ts';
import { intervalHours } from '../../reading/schedule-interval.ts';
import { readArn } from '../../template/arn.ts';
import { covers } from '../../template/glob.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Matter } from '../authoring/matters.ts';
import type { Subject } from '../authoring/proof-statement.ts';
import type { Made, Resource, World } from '../world/world.ts';
import { faultsIn, type Row, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';
import { zoneRole } from './roles.ts';
import { vaultAt } from './vaults.ts';

/**
 * Every document bucket is selected by a plan whose rule runs and whose backups and copies their vaults take.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export const documentsAreBackedUp = ({ world, matters }: Subject): Fact[] =>
  matters.flatMap((matter) =>
    matter.buckets.map((bucket) =>
      withoutFault(`${bucket.label} is backed up`, bucket.place, () => {
        const ways = world
          .ofType('AWS::Backup::BackupSelection')
          .filter(({ properties }) => covered(objectOf(properties.BackupSelection).Resources, bucket.arn))
          .map((selection) => [
            ...selectionFaults(world, matter, bucket, objectOf(selection.properties.BackupSelection)),
            ...planFaults(world, selection),
          ]);
        if (ways.length === 0) return ['no backup selection names it'];
        return ways.find((faults) => faults.length === 0) ?? ways.flat();
      }),
    ),
  );

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
const listOf = (value: unknown): unknown[] => [value ?? []].flat();

const covered = (patterns: unknown, arn: string): boolean =>
  listOf(patterns).some((pattern) => covers(asText(pattern), arn));

const isEmpty = (value: unknown): boolean =>
  value === undefined || (isObject(value) ? Object.values(value).every(isEmpty) : listOf(value).length === 0);

function selectionFaults(
  world: World,
  matter: Matter,
  bucket: Resource,
  { NotResources, Conditions, ListOfTags, IamRoleArn }: Readonly<Record<string, unknown>>,
): string[] {
  const role = zoneRole(world, matter, bucket, 'backup').arn;
  return faultsIn([
    [!covered(NotResources, bucket.arn), 'NotResources of its backup selection leaves it out'],
    [isEmpty(Conditions), 'Conditions of its backup selection ask for more than its name'],
    [isEmpty(ListOfTags), 'ListOfTags of its backup selection asks for more than its name'],
    [IamRoleArn === role, `IamRoleArn of its backup selection is ${asText(IamRoleArn)}, expected ${role}`],
  ]);
}

/** Of several rules one that works is enough. */
function planFaults(world: World, { properties: { BackupPlanId: id } }: Made): string[] {
  const plan = world.ofType('AWS::Backup::BackupPlan').find(({ reference }) => reference === id);
  if (plan === undefined) return [`BackupPlanId is ${asText(id)}, which no template makes`];
  const rules = listOf(objectOf(plan.properties.BackupPlan).BackupPlanRule).map((rule) =>
    faultsIn(ruleRows(world, plan, objectOf(rule))),
  );
  if (rules.length === 0) return ['its backup plan has no rule'];
  return rules.find((faults) => faults.length === 0) ?? rules.flat();
}

/** Shortest windows that AWS takes, in minutes. */
const shortest = 60;

/** Longest that a continuous backup is kept, in days. */
const continuous = 35;

function ruleRows(world: World, plan: Made, rule: Readonly<Record<string, unknown>>): Row[] {
  const schedule = asText(rule.ScheduleExpression);
  const [start, completion] = [rule.StartWindowMinutes ?? 480, rule.CompletionWindowMinutes ?? 10_080].map(
    Number,
  );
  const own = vaultAt(world, plan, asText(rule.TargetBackupVault));
  return [
    [
      intervalHours(schedule) !== undefined,
      `ScheduleExpression is ${schedule}, which does not run every day`,
    ],
    [
      isZone(rule.ScheduleExpressionTimezone),
      `no time zone is called ${asText(rule.ScheduleExpressionTimezone)}`,
    ],
    [Number(start) >= shortest, `StartWindowMinutes is ${start}, expected ${shortest} at least`],
    [
      Number(completion) >= Number(start) + shortest,
      `CompletionWindowMinutes is ${completion}, expected ${shortest} more than the start window of ${start}`,
    ],
    [
      rule.EnableContinuousBackup !== true,
      `EnableContinuousBackup keeps ${continuous} days at most, and no snapshot`,
    ],
    [
      rule.TargetLogicallyAirGappedBackupVaultArn === undefined,
      'TargetLogicallyAirGappedBackupVaultArn is a vault that no template makes',
    ],
    [
      own !== undefined,
      `TargetBackupVault is ${asText(rule.TargetBackupVault)}, which no template makes there`,
    ],
    ...keeps(own, objectOf(rule.Lifecycle)),
    ...listOf(rule.CopyActions).flatMap((copy): Row[] => {
      const { DestinationBackupVaultArn: to, Lifecycle } = objectOf(copy);
      const { account = '', region = '', resource = '' } = readArn(asText(to)) ?? {};
      const target = vaultAt(world, { account, region }, resource.replace(/^backup-vault:/, ''));
      return [
        [target !== undefined, `a copy goes to ${asText(to)}, which no template makes`],
        ...keeps(target, objectOf(Lifecycle)),
      ];
    }),
  ];
}

/** A vault refuses what is kept for less or longer than its lock says; without a lifecycle it is kept for ever. */
function keeps(
  vault: Made | undefined,
  { DeleteAfterDays = Number.POSITIVE_INFINITY }: Readonly<Record<string, unknown>>,
): Row[] {
  const { MinRetentionDays = 1, MaxRetentionDays = Number.POSITIVE_INFINITY } = objectOf(
    vault?.properties.LockConfiguration,
  );
  const days = Number(DeleteAfterDays);
  const name = asText(vault?.properties.BackupVaultName);
  return [
    [
      days >= Number(MinRetentionDays),
      `${name} refuses backups kept for ${days} days: MinRetentionDays is ${asText(MinRetentionDays)}`,
    ],
    [
      days <= Number(MaxRetentionDays),
      `${name} refuses backups kept for ${days} days: MaxRetentionDays is ${asText(MaxRetentionDays)}`,
    ],
  ];
}

/** A name of the IANA time zone database, or none. */
function isZone(name: unknown): boolean {
  if (name === undefined) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: asText(name) });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Every document bucket has a restore test that finds a recovery point of it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 */
export const restoreTestsFindBackups = ({ world, matters }: Subject): Fact[] =>
  matters.flatMap((matter) =>
    matter.buckets.map((bucket) =>
      withoutFault(`a restore test finds a backup of ${bucket.label}`, bucket.place, () => {
        const tests = world
          .ofType('AWS::Backup::RestoreTestingSelection')
          .filter(({ properties }) => covered(properties.ProtectedResourceArns, bucket.arn))
          .map((test) => faultsIn(testRows(world, matter, bucket, test)));
        if (tests.length === 0) return ['no restore test names it'];
        return tests.find((faults) => faults.length === 0) ?? tests.flat();
      }),
    ),
  );

/**
 * Inferred metadata of a restore test of S3 that may be overridden.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
 */
const overridable = ['encryptionType', 'kmsKey'];

/** Days in which there is a backup for certain: one is taken every day. */
const shortestWindow = 2;

function testRows(world: World, matter: Matter, bucket: Resource, test: Made): Row[] {
  const { properties } = test;
  const plan = world
    .ofType('AWS::Backup::RestoreTestingPlan')
    .find(
      (one) =>
        one.account === test.account &&
        one.region === test.region &&
        one.properties.RestoreTestingPlanName === properties.RestoreTestingPlanName,
    );
  const points = objectOf(plan?.properties.RecoveryPointSelection);
  const own = world
    .ofType('AWS::Backup::BackupVault')
    .filter(({ account, region }) => account === bucket.account && region === bucket.region)
    .map(({ arn }) => arn);
  const role = zoneRole(world, matter, bucket, 'restoreTest').arn;
  const overrides = Object.keys(objectOf(properties.RestoreMetadataOverrides));
  const foreign = overrides.filter((key) => !overridable.includes(key));
  return [
    [
      properties.ProtectedResourceType === 'S3',
      `ProtectedResourceType is ${asText(properties.ProtectedResourceType)}, expected S3`,
    ],
    [
      isEmpty(properties.ProtectedResourceConditions),
      'ProtectedResourceConditions ask for more than its name',
    ],
    [
      properties.IamRoleArn === role,
      `IamRoleArn of its restore test is ${asText(properties.IamRoleArn)}, expected ${role}`,
    ],
    [
      foreign.length === 0,
      `RestoreMetadataOverrides has ${foreign.join(', ')}, of which a restore test of S3 takes ${overridable.join(' and ')} alone`,
    ],
    [
      plan !== undefined,
      `RestoreTestingPlanName is ${asText(properties.RestoreTestingPlanName)}, which no template makes there`,
    ],
    [
      own.some((arn) => covered(points.IncludeVaults, arn)),
      `IncludeVaults is ${asText(points.IncludeVaults)}, not the vault of its backups`,
    ],
    [
      !own.some((arn) => covered(points.ExcludeVaults, arn)),
      'ExcludeVaults leaves out the vault of its backups',
    ],
    [
      listOf(points.RecoveryPointTypes).includes('SNAPSHOT'),
      `RecoveryPointTypes is ${asText(points.RecoveryPointTypes)}, and its backups are snapshots`,
    ],
    [
      Number(points.SelectionWindowDays ?? 30) >= shortestWindow,
      `SelectionWindowDays is ${asText(points.SelectionWindowDays)}, expected ${shortestWindow} at least`,
    ],
    [
      isZone(plan?.properties.ScheduleExpressionTimezone),
      `no time zone is called ${asText(plan?.properties.ScheduleExpressionTimezone)}`,
    ],
  ];
}
