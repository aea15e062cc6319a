/** A role of ours that adds evidence in a folder of its own; none can replace or delete what is there. */
export interface EvidenceRole {
  /** End of its name, after the vendor's. */
  readonly suffix: string;
  /** Its folder in the evidence bucket. */
  readonly prefix: string;
  /** Actions it needs there. */
  readonly actions: RegExp;
  /** True where it reads its own folder back. */
  readonly reads: boolean;
}

const appends = /^s3:(GetObject|ListBucket|PutObject)$/i;

/** The kill switch and the breach clock are functions; people become the ledger's writer with a second factor. */
export const evidenceRoles: readonly EvidenceRole[] = [
  {
    suffix: 'kill-switch',
    prefix: 'incidents',
    actions: /^s3:(PutObject|PutObjectLegalHold)$/i,
    reads: false,
  },
  { suffix: 'breach-clock', prefix: 'clocks', actions: appends, reads: true },
  { suffix: 'ledger-writer', prefix: 'ledger', actions: appends, reads: true },
];

const named = /^arn:[^:]+:iam::\d{12}:role\/lpo-([a-z][a-z0-9]{2,15})-([a-z-]+)$/;

/** The evidence role of this vendor an ARN names; undefined for anybody else, and for anything with a wildcard. */
export const evidenceRoleOf =
  (vendor: string | undefined) =>
  (arn: string): EvidenceRole | undefined => {
    const [, whose, suffix] = named.exec(arn) ?? [];
    return vendor !== undefined && whose === vendor
      ? evidenceRoles.find((role) => role.suffix === suffix)
      : undefined;
  };
