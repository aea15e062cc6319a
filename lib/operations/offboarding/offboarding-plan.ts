/** Plan of an offboarding: what it destroys and what it leaves. Approvals are for exactly this. */
export interface OffboardingPlan {
  readonly vendor: string;
  /** Empty for the whole vendor. */
  readonly matter: string;
  readonly account: string;
  /** Days KMS waits before it deletes a key. */
  readonly windowDays: number;
  /** Hours without an attempt to use a disabled key before its deletion is scheduled. */
  readonly quietHours: number;
  /** The shred list, by alias. */
  readonly keys: readonly ShredKey[];
  readonly returns: readonly { readonly matter: string; readonly what: string }[];
  readonly remains: readonly Remainder[];
}

export interface ShredKey {
  readonly alias: string;
  /** The key itself: an alias can be moved between plan and deletion. */
  readonly arn: string;
  readonly region: string;
  /** Data that is unreadable once the key is gone. */
  readonly protects: string;
}

export interface Remainder {
  readonly what: string;
  readonly why: string;
  /** True where documents of what ended can still be read there. */
  readonly copies: boolean;
}
