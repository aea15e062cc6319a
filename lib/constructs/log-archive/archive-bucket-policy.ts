import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { settingsActions } from '../buckets/settings-actions.ts';

/** The one kind of caller that may write to a bucket of the archive. */
export type ArchiveWriter =
  | { readonly service: string }
  /** No role yet: then nobody writes. */
  | { readonly roleArns: readonly string[] };

export interface ArchiveAccess {
  /** Statements that let the writer in, with their source conditions. */
  readonly accept: readonly PolicyStatement[];
  /** Service or roles that put objects into the bucket. */
  readonly writer: ArchiveWriter;
  /** The only roles that read objects: the reader, and writers that read their own folder. */
  readonly readerRoleArns: readonly string[];
  /**
   * True where an object can only be put where there is none.
   *
   * @default false; no service that delivers logs says "only if there is none"
   */
  readonly writtenOnce?: boolean;
  /** CloudFormation's execution role of this account: the only one that changes settings. */
  readonly deployRoleArn: string;
}

type Conditions = Record<string, Record<string, string | readonly string[]>>;

/**
 * Lets in who is named in `accept`, then denies everybody else what the writer, the reader and the deployment
 * do, whatever their own policies say. Nobody deletes: objects leave by lifecycle, after their lock.
 */
export function archiveBucketPolicy(bucketArn: string, access: ArchiveAccess): PolicyStatement[] {
  const objects = `${bucketArn}/*`;
  const deny = (sid: string, actions: string[], resources: string[], conditions?: Conditions) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources,
      ...(conditions ? { conditions } : {}),
    });
  return [
    ...access.accept,
    deny('OnlyTheWriterWrites', ['s3:PutObject*', 's3:Replicate*'], [objects], exceptWriter(access.writer)),
    deny('NobodyDeletes', ['s3:BypassGovernanceRetention', 's3:DeleteObject*'], [objects]),
    deny('OnlyTheReaderReads', ['s3:GetObject*'], [objects], {
      ArnNotEquals: { 'aws:PrincipalArn': access.readerRoleArns },
    }),
    ...(access.writtenOnce
      ? [deny('WrittenOnce', ['s3:PutObject'], [objects], { Null: { 's3:if-none-match': 'true' } })]
      : []),
    deny('SettingsBelongToTheDeployment', settingsActions, [bucketArn], {
      ArnNotEquals: { 'aws:PrincipalArn': access.deployRoleArn },
    }),
    deny('NoCustomerProvidedKeys', ['s3:PutObject'], [objects], {
      Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' },
    }),
    deny('TlsOnly', ['s3:*'], [bucketArn, objects], { Bool: { 'aws:SecureTransport': 'false' } }),
    deny('Tls12OrNewer', ['s3:*'], [bucketArn, objects], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  ];
}

/** Negated operators are true for an absent key, so a caller that is no service at all is denied too. */
function exceptWriter(writer: ArchiveWriter): Conditions | undefined {
  if ('service' in writer) return { StringNotEquals: { 'aws:PrincipalServiceName': writer.service } };
  return writer.roleArns.length > 0 ? { ArnNotEquals: { 'aws:PrincipalArn': writer.roleArns } } : undefined;
}
