import type { TrainingTopic } from '../config/records/person-schema.ts';
import type { DataClass } from '../model/engagement.ts';

/** Tiers of backup and recovery, from the loosest to the strictest. */
export const tiers = ['standard', 'high', 'restricted'] as const;
/** Tier of backup and recovery. */
export type Tier = (typeof tiers)[number];

export const alarms = ['bulk-read', 'review-log', 'key-use', 'session-start'] as const;
export type Alarm = (typeof alarms)[number];

/** The least a class of data asks for. Every field can only raise what another class asks for. */
export interface Floor {
  readonly tier: Tier;
  readonly sessionHours: 8 | 10;
  readonly idleMinutes: 10 | 15 | 30;
  /** A bucket key makes KMS calls few and key disabling slow; sensitive data goes without. */
  readonly bucketKey: boolean;
  readonly separateKey: boolean;
  readonly keyCustody: 'customer-managed' | 'external';
  readonly secondApprover: boolean;
  readonly supervisingLawyerApproves: boolean;
  readonly bulkExport: boolean;
  /** A recording of privileged text is itself privileged; of controlled data it is evidence. */
  readonly contentRecording: 'unspecified' | 'off' | 'on';
  readonly screening: boolean;
  /** A signed undertaking for the matter itself: protective order, insider list, export status. */
  readonly matterUndertaking: boolean;
  readonly training: readonly TrainingTopic[];
  readonly packs: readonly ('hipaa' | 'pci')[];
  readonly alarms: readonly Alarm[];
  readonly retentionFloorDays: number;
  readonly logRetentionFloorDays: number;
}

const basic: Floor = {
  tier: 'standard',
  sessionHours: 10,
  idleMinutes: 30,
  bucketKey: true,
  separateKey: false,
  keyCustody: 'customer-managed',
  secondApprover: false,
  supervisingLawyerApproves: false,
  bulkExport: true,
  contentRecording: 'unspecified',
  screening: false,
  matterUndertaking: false,
  training: ['privacy', 'ethics', 'security'],
  packs: [],
  alarms: ['session-start'],
  retentionFloorDays: 365,
  logRetentionFloorDays: 365,
};

const personal: Floor = {
  ...basic,
  tier: 'high',
  sessionHours: 8,
  idleMinutes: 15,
  bucketKey: false,
  secondApprover: true,
  screening: true,
  alarms: ['session-start', 'bulk-read'],
  retentionFloorDays: 1096,
};

const health: Floor = {
  ...personal,
  idleMinutes: 10,
  training: [...basic.training, 'hipaa'],
  packs: ['hipaa'],
  alarms: ['session-start', 'bulk-read', 'review-log'],
  logRetentionFloorDays: 2192, // 45 CFR 164.316(b)(2)(i), six years
};

const privileged: Floor = {
  ...personal,
  screening: false,
  separateKey: true,
  supervisingLawyerApproves: true,
  contentRecording: 'off',
  matterUndertaking: true,
};

const secret: Floor = {
  ...personal,
  idleMinutes: 10,
  bulkExport: false,
  matterUndertaking: true,
  alarms: ['session-start', 'bulk-read', 'key-use'],
};

/** Class of data to what it asks for; the table of the catalogue. */
export const classFloors: Readonly<Record<DataClass, Floor>> = {
  CONFIDENTIAL_COMMERCIAL: basic,
  PII_BASIC: basic,
  PII_GOV_ID: personal,
  PII_FINANCIAL: personal,
  PII_SPECIAL: personal,
  PAYROLL_HR: personal,
  MINORS: personal,
  BIOMETRIC: personal,
  GENETIC: health,
  PHI: health,
  SUD_PART2: health,
  CARDHOLDER: { ...personal, packs: ['pci'] },
  PRIVILEGED: privileged,
  WORK_PRODUCT: privileged,
  PROTECTIVE_ORDER: privileged,
  MNPI: { ...secret, training: [...basic.training, 'insider'], logRetentionFloorDays: 1827 }, // MAR Art. 18(5)
  TRADE_SECRET: secret,
  SOURCE_CODE: secret,
  UNPUBLISHED_INVENTION: secret,
  EXPORT_EAR: { ...secret, training: [...basic.training, 'export-control'] },
  EXPORT_ITAR: {
    ...secret,
    tier: 'restricted',
    keyCustody: 'external',
    contentRecording: 'on',
    screening: true,
    training: [...basic.training, 'export-control'],
  },
};
