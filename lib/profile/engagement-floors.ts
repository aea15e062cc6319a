import type { DataClass, MatterType } from '../model/engagement.ts';

/**
 * Classes of data each type of engagement holds in practice. They count for the floor whether or not the
 * vendor file names them, so that leaving a class out never lowers the protection below its type.
 */
export const engagementFloors: Readonly<Record<MatterType, readonly DataClass[]>> = {
  immigration: ['PII_BASIC', 'PII_GOV_ID', 'PII_SPECIAL', 'MINORS', 'PRIVILEGED'],
  bankruptcy: ['PII_GOV_ID', 'PII_FINANCIAL', 'MINORS'],
  ip: ['TRADE_SECRET', 'PRIVILEGED'],
  contract: ['CONFIDENTIAL_COMMERCIAL', 'PII_BASIC'],
  litigation: ['PRIVILEGED', 'WORK_PRODUCT'],
  ma: ['MNPI', 'TRADE_SECRET'],
  medical: ['PHI', 'PII_GOV_ID'],
  employment_payroll: ['PAYROLL_HR', 'PII_FINANCIAL', 'PII_GOV_ID'],
};

/** Types whose material a court or a regulator may order to be kept. */
export const withLegalHold: ReadonlySet<MatterType> = new Set(['litigation']);
