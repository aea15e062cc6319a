import type { Severity } from '../authoring/control-row.ts';

/** Where a finding comes from. */
export type FindingSource = 'LPO' | 'AwsSolutions' | 'NIST.800.53.R5' | 'CloudFormation' | 'Proof' | 'Record';

/** A place where the assembly departs from what is wanted. */
export interface Finding {
  readonly source: FindingSource;
  /** For example `LPO-DAT-01/key-rotation-on` or `AwsSolutions-IAM5[Resource::*]`. */
  readonly rule: string;
  /** Control of our catalogue; for other packs the rule itself. */
  readonly control: string;
  readonly title: string;
  readonly severity: Severity;
  readonly stack: string;
  /** Template file; empty when the finding belongs to no stack. */
  readonly file: string;
  readonly logicalId?: string;
  readonly constructPath?: string;
  readonly property: string;
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
}
