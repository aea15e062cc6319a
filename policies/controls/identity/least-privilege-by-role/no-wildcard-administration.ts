import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { managedPolicy } from '../../../authoring/fixtures/managed-policy.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { isLogReader } from '../../../reading/is-log-reader.ts';
import { passesToBackup } from '../../../reading/passes-to-backup.ts';
import { matterName, readName } from '../../../template/names.ts';
import type { Statement } from '../../../template/policy/statement.ts';
import type { ResourceView } from '../../../template/resource-view.ts';

const policy = (statement: object) =>
  managedPolicy([{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', ...statement }]);

/** Managed policies of AWS that a role may carry: they write one function's log and nothing else. */
const harmless = /:iam::aws:policy\/service-role\/AWSLambda(BasicExecutionRole|VPCAccessExecutionRole)$/;

/** Powers over identities, keys, policies and trails; a workspace role has no business with them. */
const administrative =
  /^(iam:(Add|Attach|Create|Delete|Detach|Pass|Put|Remove|Set|Update|Upload)|kms:(PutKeyPolicy|CreateGrant|ScheduleKeyDeletion|DisableKey$)|s3:(PutBucketPolicy|DeleteBucketPolicy|PutBucketAcl|PutAccessPointPolicy|PutEncryptionConfiguration|BypassGovernanceRetention)|cloudtrail:(Stop|Delete|Update|Put)|organizations:)/i;

/** Actions that may stand beside `Resource: *`: reading settings, and the VPN calls that know no resource of one matter. */
const settings =
  /^(access-analyzer:(Get|List)|backup:(Describe|List)|cloudformation:Describe|cloudtrail:(Describe|Get|LookupEvents)|cloudwatch:GetMetricData|ec2:(Describe|RevokeClientVpnIngress|TerminateClientVpnConnections)|events:(Describe|List)|iam:(Get|List)|kms:(Describe|GetKey|List)|logs:Describe|s3:(GetBucket|GetEncryptionConfiguration|GetLifecycleConfiguration|ListAllMyBuckets)|sts:GetCallerIdentity|tag:Get)/i;

export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'no-wildcard-administration',
  expected:
    'no policy grants an action wildcard, administers identities, keys or policies, or reaches more than settings on every resource',
  fix: 'spell out the actions and name the resources of this matter',
  types: ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role', 'AWS::IAM::RolePolicy'],
  judge(resource) {
    if (readName(resource.text('ManagedPolicyName') ?? '')?.isBoundary) return 'not applicable';
    return [
      ...documents(resource).flatMap(faults),
      ...resource
        .list('ManagedPolicyArns')
        .map((_, index) => `ManagedPolicyArns.${index}`)
        .filter(
          (path) =>
            /:aws:policy\//.test(resource.text(path) ?? '') && !harmless.test(resource.text(path) ?? ''),
        )
        .map((property) => ({ property, got: resource.show(property) })),
    ];
  },
  good: {
    'one action, one prefix': policy({}),
    'settings on everything': policy({ Action: 's3:GetBucketPolicy', Resource: '*' }),
    'passing a restore role to AWS Backup': policy({
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c', 'restore')}`,
      Condition: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
    }),
    'a role for a function': role({
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    }),
  },
  bad: {
    'every action': policy({ Action: '*' }),
    'a whole service': policy({ Action: 's3:*' }),
    'a verb of a service': policy({ Action: 's3:Get*' }),
    'all but': policy({ Action: undefined, NotAction: 'iam:*' }),
    'all resources but': policy({ Resource: undefined, NotResource: 'arn:aws:s3:::c/*' }),
    'content everywhere': policy({ Resource: '*' }),
    'content of every bucket': policy({ Resource: 'arn:aws:s3:::*' }),
    'assuming roles': policy({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::200000000001:role/*' }),
    'passing a restore role to another service': policy({
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::200000000001:role/${matterName('meridian', 'm-7f3a9c', 'restore')}`,
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    }),
    'passing roles': policy({ Action: 'iam:PassRole' }),
    'inline in the role': role({
      Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
    }),
    'administrator by ARN': role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
    'a policy of AWS': role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
  },
});

const documents = (resource: ResourceView): readonly Statement[] => [
  ...resource.statements('PolicyDocument'),
  ...resource.list('Policies').flatMap((_, index) => resource.statements(`Policies.${index}.PolicyDocument`)),
];

function faults(statement: Statement): Deviation[] {
  if (statement.effect !== 'Allow') return [];
  const everywhere = statement.resources.some((resource) =>
    /^(\*|arn:[^:]*:(s3:::|[a-z0-9-]+:[^:]*:[^:]*:)\*?(\/\*)?)$/.test(resource),
  );
  const found = statement.actions.flatMap((action) => {
    if (action.includes('*')) return [`wildcard ${action}`];
    if (/^iam:PassRole$/i.test(action) && passesToBackup(statement)) return [];
    if (administrative.test(action)) return [action];
    if (/^sts:AssumeRole$/i.test(action) && !statement.resources.every(isLogReader)) return [action];
    return everywhere && !settings.test(action) ? [`${action} on ${statement.resources.join(', ')}`] : [];
  });
  if (statement.notActions.length > 0) found.push('NotAction in an Allow');
  if (statement.notResources.length > 0) found.push('NotResource in an Allow');
  return found.map((what) => ({ property: statement.path, got: `${statement.name}: ${what}` }));
}
