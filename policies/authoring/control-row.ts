import type { Severity } from '../../lib/model/finding.ts';

/** Kind of a control: prevents, detects, responds, or leaves evidence. */
export type ControlKind = 'preventive' | 'detective' | 'responsive' | 'evidential';

/**
 * Clauses of one framework that a control supports. A clause that ends in `†` was not confirmed against its
 * source and prints with the mark.
 */
export type Clauses = readonly string[];

/** UK GDPR shares the article numbers of the GDPR; `ukGdpr` is given only where it differs. */
export interface Mapping {
  /** GDPR, Regulation (EU) 2016/679. */
  readonly gdpr?: Clauses;
  /** UK GDPR. */
  readonly ukGdpr?: Clauses;
  /** California Consumer Privacy Act. */
  readonly ccpa?: Clauses;
  /** Digital Personal Data Protection Act of India. */
  readonly dpdp?: Clauses;
  /** Model Rules and opinions of the American Bar Association. */
  readonly aba?: Clauses;
  /** Standards and Regulations of the Solicitors Regulation Authority. */
  readonly sra?: Clauses;
  /** ISO/IEC 27001, Annex A. */
  readonly iso27001?: Clauses;
  /** Trust Services Criteria of SOC 2. */
  readonly soc2?: Clauses;
  /** NIST SP 800-53. */
  readonly nist80053?: Clauses;
  /** CIS AWS Foundations Benchmark 3. */
  readonly cisAws3?: Clauses;
  /** CIS AWS Foundations Benchmark 7. */
  readonly cisAws7?: Clauses;
  /** HIPAA Security Rule. */
  readonly hipaa?: Clauses;
  /** Clauses of other sources, with their names. */
  readonly other?: Clauses;
}

/** `LPO-<family>-<two digits>`, for example `LPO-NET-01`. */
export type ControlId = `LPO-${string}-${string}`;

/** A control as it is written down; the checks that show it name it by its id. */
export interface ControlRow {
  /** Id, for example `LPO-NET-01`. */
  readonly id: ControlId;
  /** Title: the wanted state in a few words. */
  readonly title: string;
  /** Objective: the wanted state in a sentence. */
  readonly objective: string;
  /** Severity of its findings. */
  readonly severity: Severity;
  /** Kinds of control it is. */
  readonly kind: readonly ControlKind[];
  /** Nothing can except it. */
  readonly absolute?: true;
  /** Clauses of frameworks that it supports. */
  readonly map: Mapping;
  /** The record that shows what no template can show. */
  readonly record?: string;
}
