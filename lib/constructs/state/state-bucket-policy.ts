import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { statePrefixes } from '../../model/state-keys.ts';
import { settingsActions } from '../buckets/settings-actions.ts';

export interface StateBucketAccess {
  /** Roles, by what they do with the state; nobody else touches an object. */
  readonly connectRoleArn: string;
  /** ARN of the role of the nightly sweep. */
  readonly sweepRoleArn: string;
  /** Suspends. It must exist. */
  readonly containmentRoleArn: string;
  /** Lifts a suspension: a second person, with MFA. */
  readonly custodianRoleArn: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
}

/**
 * Denies only. Who suspends cannot lift, who lifts cannot suspend, and who asks at connect time can do
 * neither.
 */
export function stateBucketPolicy(bucketArn: string, access: StateBucketAccess): PolicyDocument {
  const suspended = `${bucketArn}/${statePrefixes.suspended}/*`;
  const sessions = `${bucketArn}/${statePrefixes.sessions}/*`;
  const objects = `${bucketArn}/*`;
  const deny = (
    sid: string,
    actions: string[],
    resources: string[],
    conditions: Record<string, unknown> = {},
  ) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions,
    });
  const except = (...arns: string[]) => ({ ArnNotEquals: { 'aws:PrincipalArn': arns } });
  return new PolicyDocument({
    statements: [
      deny('TlsOnly', ['s3:*'], [bucketArn, objects], { Bool: { 'aws:SecureTransport': 'false' } }),
      deny('Tls12OrNewer', ['s3:*'], [bucketArn, objects], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
      deny('NoCustomerProvidedKey', ['s3:PutObject'], [objects], {
        Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' },
      }),
      // First every object, also one that no handler would look for, then each prefix.
      deny(
        'OnlyTheHandlersWrite',
        ['s3:PutObject*'],
        [objects],
        except(access.containmentRoleArn, access.connectRoleArn),
      ),
      deny('OnlyTheCustodianDeletes', ['s3:DeleteObject'], [objects], except(access.custodianRoleArn)),
      deny('OnlyContainmentSuspends', ['s3:PutObject*'], [suspended], except(access.containmentRoleArn)),
      deny('OnlyTheConnectHandlerAdmits', ['s3:PutObject*'], [sessions], except(access.connectRoleArn)),
      deny('SessionsExpireByThemselves', ['s3:DeleteObject'], [sessions]),
      deny('NoVersionIsDeleted', ['s3:DeleteObjectVersion*'], [objects]),
      deny(
        'OnlyTheHandlersRead',
        ['s3:GetObject*'],
        [objects],
        except(access.sweepRoleArn, access.containmentRoleArn),
      ),
      deny(
        'TagsAndHoldsAreNobodys',
        [
          's3:BypassGovernanceRetention',
          's3:DeleteObjectTagging',
          's3:DeleteObjectVersionTagging',
          's3:PutObjectLegalHold',
          's3:PutObjectRetention',
          's3:PutObjectTagging',
          's3:PutObjectVersionTagging',
        ],
        [objects],
      ),
      deny('SettingsBelongToTheDeployment', settingsActions, [bucketArn], except(access.deployRoleArn)),
    ],
  });
}
