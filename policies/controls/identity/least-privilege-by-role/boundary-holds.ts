import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { managedPolicy } from '../../../authoring/fixtures/managed-policy.ts';
import { isLogReader } from '../../../reading/is-log-reader.ts';
import { passesToBackup } from '../../../reading/passes-to-backup.ts';
import { isAccountId, namedIn, readArn } from '../../../template/arn.ts';
import { matterName, readName, readOurBucket, vendorsIn, words } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';

const policy = (name: string, ...statements: object[]) =>
  managedPolicy(statements, `lpo-meridian-${name}-boundary`);
const mfa = { StringEquals: { 'aws:PrincipalTag/lpo:mfa': 'true' } };
const read = (more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::lpo-meridian-*',
  Condition: mfa,
  ...more,
});
const outside = {
  Effect: 'Deny',
  NotAction: ['kms:*'],
  Resource: '*',
  Condition: { StringNotEqualsIfExists: { 'aws:ResourceAccount': '200000000001' } },
};

/** Actions no role of a workspace ever needs; a boundary that holds one lets its roles out of it. */
const escalation =
  /^(iam:(Add|Attach|Create|Delete|Detach|Pass|Put|Remove|Set|Tag|Untag|Update|Upload)|sts:(AssumeRole.|GetFederationToken|TagSession)|kms:(PutKeyPolicy|CreateGrant)|s3:(PutBucketPolicy|PutBucketAcl|PutAccessPointPolicy|DeleteBucket|BypassGovernanceRetention)|organizations:|cloudtrail:(Stop|Delete|Update|Put)|lambda:|cloudformation:(Create|Update|Delete|Execute|Set))/i;
/** Data that a person reaches with MFA only, and only in the vendor's own buckets and keys. */
const data =
  /^(s3:(GetObject|PutObject|ListBucket|AbortMultipart|ListMultipart|DeleteObject)|kms:(Decrypt|GenerateDataKey))/i;

export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'boundary-holds',
  expected:
    'a boundary names its actions, holds no way to escalate, gives people data only with MFA and in named resources, and keeps services inside the account',
  fix: 'remove the wildcard or the action; add the condition on aws:PrincipalTag/lpo:mfa, or the Deny outside aws:ResourceAccount',
  types: ['AWS::IAM::ManagedPolicy'],
  judge(resource): ReturnType<typeof judge> | 'not applicable' {
    const name = readName(resource.text('ManagedPolicyName') ?? '');
    return name === undefined || !name.isBoundary
      ? 'not applicable'
      : judge(name.word, resource.statements('PolicyDocument'), resource.place.account);
  },
  good: {
    'for people on matters': policy('matter', read()),
    'for services': policy('service', read({ Resource: '*', Condition: undefined }), outside),
    'for the log reader': policy(
      words.logReader,
      read({ Resource: 'arn:aws:s3:::lpo-meridian-trail-100000000003-eu-west-2/*', Condition: undefined }),
    ),
    'for restorers': policy(
      words.restorer,
      read({
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-*', 'restore')}`,
        Condition: { StringEquals: { ...mfa.StringEquals, 'iam:PassedToService': 'backup.amazonaws.com' } },
      }),
    ),
    'for copies back': policy(
      words.copyBack,
      read({
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: 'arn:aws:kms:eu-west-2:100000000004:key/*',
        Condition: { StringEquals: { 'kms:ViaService': 'backup.eu-west-2.amazonaws.com' } },
      }),
    ),
    'for the ledger': policy(
      'ledger',
      read({
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: 'arn:aws:s3:::lpo-meridian-evidence-100000000003-eu-west-2/ledger/*',
        Condition: undefined,
      }),
    ),
    'for oversight': policy(
      'oversight',
      read({ Action: 's3:GetBucketPolicy', Resource: '*', Condition: undefined }),
    ),
  },
  bad: {
    'every action': policy('matter', read({ Action: '*' })),
    'a wildcard': policy('matter', read({ Action: 's3:*' })),
    'all but': policy('matter', read({ Action: undefined, NotAction: 'iam:*' })),
    'role writes': policy('oversight', read({ Action: 'iam:PutRolePolicy' })),
    'restoring without MFA': policy(
      words.restorer,
      read({ Action: 'backup:StartRestoreJob', Resource: '*', Condition: undefined }),
    ),
    'passing backup roles': policy(
      words.restorer,
      read({
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-*', 'backup')}`,
        Condition: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
      }),
    ),
    'keys of copies back through anything': policy(
      words.copyBack,
      read({
        Action: 'kms:Decrypt',
        Resource: 'arn:aws:kms:eu-west-2:100000000004:key/*',
        Condition: undefined,
      }),
    ),
    'any role': policy('oversight', read({ Action: 'sts:AssumeRole', Resource: '*', Condition: undefined })),
    'data without MFA': policy('matter', read({ Condition: undefined })),
    'data of oversight without MFA': policy('oversight', read({ Condition: undefined })),
    'data anywhere': policy('matter', read({ Resource: '*' })),
    'services anywhere': policy('service', read({ Resource: '*', Condition: undefined })),
    'services anywhere but for all actions': policy('service', read({ Condition: undefined }), {
      ...outside,
      NotAction: '*',
    }),
  },
});

/** Logs and their keys, which the auditor reads: metadata, and no document of a matter. */
const isLog = (arn: string): boolean => {
  const { purpose, key = '' } = readOurBucket(arn) ?? {};
  return (
    ['access', 'trail', 'config', 'evidence'].includes(purpose ?? '') && /^(\/([a-z]+\/)?\*)?$/.test(key)
  );
};

/** Kinds of boundary over roles that reach the archive's key, whose policy names them. */
const worksOnLogs: ReadonlySet<string> = new Set([words.breachClock, 'ledger', words.logReader]);

/** Keys of vaults alone answer there; what they open stays inside AWS Backup. */
const throughBackup = ({ actions, conditions }: Statement): boolean =>
  actions.every((action) => /^kms:(Decrypt|DescribeKey|GenerateDataKey)$/.test(action)) &&
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'kms:viaservice' &&
      values.every((value) => /^backup\.[a-z0-9-]+\.amazonaws\.com/.test(value)),
  );

const isKeyOfAccount = (arn: string): boolean => {
  const key = namedIn(arn, 'kms', 'key');
  return key !== undefined && isAccountId(key.account) && key.name === '*';
};

/** Keys, and buckets and access points that begin as names of one vendor do. */
const isNamedData = (text: string): boolean => {
  const arn = readArn(text);
  if (arn?.service === 'kms') return arn.resource.startsWith('key/');
  return arn?.service === 's3' && vendorsIn(arn.resource).length > 0;
};

const asksForMfa = ({ conditions }: Statement): boolean =>
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'aws:principaltag/lpo:mfa' &&
      values.length > 0 &&
      values.every((value) => value === 'true'),
  );

function judge(kind: string, statements: readonly Statement[], account: string | undefined): Deviation[] {
  const found = statements.flatMap((statement) => {
    if (statement.effect !== 'Allow') return [];
    const faults = statement.actions.filter(
      (action) =>
        action.includes('*') ||
        (escalation.test(action) && !(/^iam:PassRole$/i.test(action) && passesToBackup(statement))),
    );
    if (
      statement.actions.some((action) => /^sts:AssumeRole$/i.test(action)) &&
      !statement.resources.every(isLogReader)
    )
      faults.push('sts:AssumeRole beyond the log reader');
    if (statement.notActions.length > 0 || statement.notResources.length > 0)
      faults.push('NotAction or NotResource');
    if (kind === words.restorer && !asksForMfa(statement)) faults.push('restoring without MFA');
    if (
      kind !== 'service' &&
      statement.actions.some((action) => data.test(action)) &&
      !(kind === words.copyBack && throughBackup(statement)) &&
      !statement.resources.every((one) => isLog(one) || (worksOnLogs.has(kind) && isKeyOfAccount(one)))
    ) {
      if (!asksForMfa(statement)) faults.push('data without MFA');
      if (!statement.resources.every(isNamedData)) faults.push(`data in ${statement.resources.join(', ')}`);
    }
    return faults.map((fault) => ({ property: statement.path, got: `${statement.name}: ${fault}` }));
  });
  if (kind !== 'service') return found;
  const keptInside = statements.some(
    ({ effect, notActions, actions, resources, conditions }) =>
      effect === 'Deny' &&
      (actions.includes('*') ||
        (notActions.length > 0 &&
          notActions.every((action) => /^(kms:\*|backup:CopyIntoBackupVault)$/.test(action)))) &&
      resources.includes('*') &&
      conditions.length === 1 &&
      conditions.every(
        ({ operator, key, values }) =>
          /^StringNotEquals(IfExists)?$/.test(operator) &&
          key === 'aws:resourceaccount' &&
          values.every((value) => value === account),
      ),
  );
  return keptInside
    ? found
    : [...found, { property: 'PolicyDocument', got: 'nothing keeps services inside the account' }];
}
