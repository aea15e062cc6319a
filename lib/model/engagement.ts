/** The engagement types a matter can have. */
export const matterTypes = [
  'immigration',
  'bankruptcy',
  'ip',
  'contract',
  'litigation',
  'ma',
  'medical',
  'employment_payroll',
] as const;

/** Classes of data a matter can hold. */
export const dataClasses = [
  'CONFIDENTIAL_COMMERCIAL',
  'PII_BASIC',
  'PII_GOV_ID',
  'PII_FINANCIAL',
  'PII_SPECIAL',
  'PAYROLL_HR',
  'MINORS',
  'BIOMETRIC',
  'GENETIC',
  'PHI',
  'SUD_PART2',
  'CARDHOLDER',
  'PRIVILEGED',
  'WORK_PRODUCT',
  'PROTECTIVE_ORDER',
  'MNPI',
  'TRADE_SECRET',
  'SOURCE_CODE',
  'UNPUBLISHED_INVENTION',
  'EXPORT_EAR',
  'EXPORT_ITAR',
] as const;

/**
 * Functions that work on one matter; each gets its own role and its own VPN authorization.
 *
 * `secondApprover` exists only where a matter's profile asks for one, or its file names a group for it.
 */
export const matterFunctions = [
  'reviewer',
  'qcLead',
  'supervisingLawyer',
  'releaseApprover',
  'secondApprover',
  'matterAdministrator',
] as const;

/** Parts of a matter's documents that lie apart, each in its own bucket under its own key. */
export const zones = ['documents', 'privileged'] as const;

export type MatterType = (typeof matterTypes)[number];
export type DataClass = (typeof dataClasses)[number];
/** Function of a person in a matter. */
export type MatterFunction = (typeof matterFunctions)[number];
/** Zone of a matter. */
export type Zone = (typeof zones)[number];
