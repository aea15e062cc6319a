import { tagKeys } from '../../model/tag-keys.ts';
/** Comparable settings of a KMS key; `ExpectedKey` comes from templates, `LiveKey` from KMS. */
export interface KeySettings {
  /** With the `alias/` prefix. */
  readonly alias: string;
  readonly account: string;
  readonly region: string;
  /** KMS's word: Enabled, Disabled, PendingDeletion, PendingImport, Unavailable... */
  readonly state: string;
  readonly origin: string;
  readonly spec: string;
  readonly usage: string;
  readonly multiRegion: boolean;
  readonly rotation: Rotation;
  /** The policy document as parsed JSON. */
  readonly policy: unknown;
  readonly tags: Readonly<Record<string, string>>;
}

/** `unsupported`: KMS does not rotate this kind of key. `periodDays` only when enabled. */
export interface Rotation {
  readonly status: 'enabled' | 'disabled' | 'unsupported';
  readonly periodDays?: number;
}

export interface ExpectedKey extends KeySettings {
  /** Hierarchical id of the stack, for example `luzon/Logs`. */
  readonly stack: string;
  readonly logicalId: string;
  readonly file: string;
}

export interface LiveKey extends KeySettings {
  /** `next`: ISO 8601, as KMS announces it. */
  readonly rotation: Rotation & { readonly next?: string };
  readonly keyId: string;
  readonly arn: string;
  readonly grants: readonly KeyGrant[];
  /** ISO 8601; only while deletion is pending. */
  readonly deletionDate?: string;
  readonly created?: string;
}

export interface KeyGrant {
  readonly id: string;
  readonly grantee: string;
  readonly issuer: string;
  readonly operations: readonly string[];
}

export const isUnderLegalHold = (key: LiveKey): boolean => key.tags[tagKeys.legalHold] === 'true';
