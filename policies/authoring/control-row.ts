import type { Severity } from '../../lib/model/finding.ts';

export type ControlKind = 'preventive' | 'detective' | 'responsive' | 'evidential';

/**
 * Clauses of one framework that a control supports. A clause that ends in `†` was not confirmed against its
 * source and prints with the mark.
 */
export type Clauses = readonly string[];

/** UK GDPR shares the article numbers of the GDPR; `ukGdpr` is given only where it differs. */
export interface Mapping {
  readonly gdpr?: Clauses;
  readonly ukGdpr?: Clauses;
  readonly ccpa?: Clauses;
  readonly dpdp?: Clauses;
  readonly aba?: Clauses;
  readonly sra?: Clauses;
  readonly iso27001?: Clauses;
  readonly soc2?: Clauses;
  readonly nist80053?: Clauses;
  readonly cisAws3?: Clauses;
  readonly cisAws7?: Clauses;
  readonly hipaa?: Clauses;
  readonly other?: Clauses;
}

/** `LPO-<family>-<two digits>`, for example `LPO-NET-01`. */
export type ControlId = `LPO-${string}-${string}`;

/** A control as it is written down; the checks that show it name it by its id. */
export interface ControlRow {
  readonly id: ControlId;
  readonly title: string;
  readonly objective: string;
  readonly severity: Severity;
  readonly kind: readonly ControlKind[];
  /** Nothing can except it. */
  readonly absolute?: true;
  readonly map: Mapping;
  /** The record that shows what no template can show. */
  readonly record?: string;
}
