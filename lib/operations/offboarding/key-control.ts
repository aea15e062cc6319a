import type { KeySource } from '../keys/key-source.ts';

/** The three things an offboarding does with keys; `lib/operations/aws/kms-key-control.ts` does them with KMS. */
export interface KeyControl extends KeySource {
  disable(region: string, arn: string): Promise<void>;
  scheduleDeletion(region: string, arn: string, windowDays: number): Promise<void>;
}

/** Observer of attempts to use a disabled key; `lib/operations/aws/cloudtrail-use-observer.ts` asks CloudTrail. */
export interface UseObserver {
  attempts(region: string, arn: string, since: string): Promise<Observation>;
}

export interface Observation {
  /** Events of any kind about the key: our own reads are among them, so none at all means blindness. */
  readonly events: number;
  /** Refused uses. `at`: ISO 8601. */
  readonly refused: readonly { readonly at: string; readonly by: string }[];
}
