import { isAccountId } from '../template/arn.ts';
import { readOurRole, type VendorPurpose } from '../template/names.ts';
/** A role of ours that adds evidence in a folder of its own; none can replace or delete what is there. */
export interface EvidenceRole {
  readonly purpose: VendorPurpose;
  /** Its folder in the evidence bucket. */
  readonly prefix: string;
  /** Actions it needs there. */
  readonly actions: RegExp;
  /** True where it reads its own folder back. */
  readonly reads: boolean;
}

const appends = /^s3:(GetObject|ListBucket|PutObject)$/i;

/** The kill switch and the breach clock are functions; people become the ledger's writer with a second factor. */
const evidenceRoles: readonly EvidenceRole[] = [
  {
    purpose: 'killSwitch',
    prefix: 'incidents',
    actions: /^s3:(PutObject|PutObjectLegalHold)$/i,
    reads: false,
  },
  { purpose: 'breachClock', prefix: 'clocks', actions: appends, reads: true },
  { purpose: 'ledgerWriter', prefix: 'ledger', actions: appends, reads: true },
];

/** The evidence role of this vendor an ARN names; undefined for anybody else, and for anything with a wildcard. */
export const evidenceRoleOf =
  (vendor: string | undefined) =>
  (arn: string): EvidenceRole | undefined => {
    const role = readOurRole(arn);
    return vendor !== undefined && role?.vendor === vendor && isAccountId(role.inAccount)
      ? evidenceRoles.find(({ purpose }) => purpose === role.purpose)
      : undefined;
  };
