import type { DataClass } from '../config/vendor-schema.ts';

/** A pattern Macie looks for, beside the identifiers AWS manages. */
export interface DataIdentifier {
  /** Name of the identifier in Macie, at most 128 characters. */
  readonly name: string;
  /** At most 512 characters, RE2. */
  readonly regex: string;
  /** Keywords, 3 to 90 characters each; a match needs one of them within 50 characters. */
  readonly keywords: readonly string[];
  /** Data classes that make the pattern worth looking for. */
  readonly classes: readonly DataClass[];
}

export const dataIdentifiers: readonly DataIdentifier[] = [
  {
    name: 'philippine-national-ids',
    regex: '\\b\\d{4}-\\d{4}-\\d{4}-\\d{4}\\b|\\b\\d{2}-\\d{7}-\\d\\b',
    keywords: ['philsys', 'philid', 'psn', 'sss'],
    classes: ['PII_GOV_ID'],
  },
  {
    name: 'indian-national-ids',
    regex: '\\b[2-9]\\d{3} ?\\d{4} ?\\d{4}\\b|\\b[A-Z]{5}\\d{4}[A-Z]\\b',
    keywords: ['aadhaar', 'uidai', 'pan card', 'permanent account number'],
    classes: ['PII_GOV_ID'],
  },
  {
    name: 'us-immigration-numbers',
    regex: '\\bA-?\\d{8,9}\\b|\\b[A-Z]{3}\\d{10}\\b',
    keywords: ['alien number', 'a-number', 'uscis', 'receipt number'],
    classes: ['PII_GOV_ID', 'BIOMETRIC'],
  },
  {
    name: 'bank-accounts',
    regex: '\\b[A-Z]{2}\\d{2}[A-Z0-9]{11,30}\\b|\\b\\d{2}-\\d{2}-\\d{2} \\d{8}\\b',
    keywords: ['iban', 'sort code', 'account number'],
    classes: ['PII_FINANCIAL', 'PAYROLL_HR'],
  },
  {
    name: 'bates-ranges',
    regex: '\\b[A-Z]{2,8}[-_ ]?\\d{6,10}\\b',
    keywords: ['bates', 'begbates', 'endbates', 'produced at'],
    classes: ['WORK_PRODUCT', 'PROTECTIVE_ORDER'],
  },
  {
    name: 'privilege-legends',
    regex:
      '(?i)\\b(attorney[- ]client privileged?|legally privileged|attorney work product|without prejudice)\\b',
    keywords: ['privileged', 'confidential', 'work product', 'prejudice'],
    classes: ['PRIVILEGED', 'WORK_PRODUCT'],
  },
  {
    name: 'deal-legends',
    regex: '(?i)\\b(project [a-z]{3,20}|inside information|strictly private)\\b',
    keywords: ['confidential', 'insider', 'clean team', 'offer'],
    classes: ['MNPI'],
  },
];

/** Identifiers worth having for these classes. */
export const identifiersFor = (classes: ReadonlySet<DataClass>): readonly DataIdentifier[] =>
  dataIdentifiers.filter((identifier) => identifier.classes.some((each) => classes.has(each)));
