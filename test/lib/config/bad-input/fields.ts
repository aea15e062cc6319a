import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';

/** Single fields. */
export const fields: readonly BadInput[] = [
  {
    name: 'an unknown field',
    spoil: (c) => c.replace(luzon, 'owner:', 'ownr:'),
    message: `
      config/vendors/luzon.yaml:6:1 CFG-UNKNOWN-FIELD
        got       "ownr"
        expected  "owner"
        fix       rename it to "owner", which is missing
    `,
  },
  {
    name: 'the region under another name, and a group',
    spoil: (c) => {
      c.replace(luzon, 'region: us-east-1', 'regoin: us-east-1');
      c.replace(luzon, '  auditor:', '  auditer:');
    },
    message: `
      config/vendors/luzon.yaml:7:1 CFG-UNKNOWN-FIELD
        got       "regoin"
        expected  "region"
        fix       rename it to "region", which is missing
      config/vendors/luzon.yaml:16:3 CFG-UNKNOWN-FIELD
        got       "auditer"
        expected  "auditor"
        fix       rename it to "auditor", which is missing
    `,
  },
  {
    name: 'no region',
    spoil: (c) => c.replace(luzon, 'region: us-east-1\n', ''),
    message: `
      config/vendors/luzon.yaml:3:1 CFG-MISSING-FIELD
        got       no "region"
        expected  an AWS region such as eu-west-2
        fix       add "region"
    `,
  },
  {
    name: 'a field that may be left out, under another name',
    spoil: (c) => c.replace(luzon, 'recoveryRegion:', 'recoveryRegoin:'),
    message: `
      config/vendors/luzon.yaml:8:1 CFG-UNKNOWN-FIELD
        got       "recoveryRegoin"
        expected  "recoveryRegion"
        fix       rename it to "recoveryRegion", or remove it
    `,
  },
  {
    name: 'a field that is there, with another one like it',
    spoil: (c) => c.replace(luzon, 'owner:', 'owners: both\nowner:'),
    message: `
      config/vendors/luzon.yaml:6:1 CFG-UNKNOWN-FIELD
        got       "owners"
        expected  one of vendor, legalName, account, owner, region, recoveryRegion, availabilityZones, network, certificates, groups, matters, diligence, contract, crisisPlan, viewer, affiliates, transfers, people, waivers
        fix       remove it
    `,
  },
  {
    name: 'an unknown field unlike any other',
    spoil: (c) => c.replace(luzon, 'owner:', 'colour: red\nowner:'),
    message: `
      config/vendors/luzon.yaml:6:1 CFG-UNKNOWN-FIELD
        got       "colour"
        expected  one of vendor, legalName, account, owner, region, recoveryRegion, availabilityZones, network, certificates, groups, matters, diligence, contract, crisisPlan, viewer, affiliates, transfers, people, waivers
        fix       remove it
    `,
  },
  {
    name: 'a wrong type',
    spoil: (c) => c.replace(luzon, 'retentionDays: 1827', 'retentionDays: five years'),
    message: `
      config/vendors/luzon.yaml:33:20 CFG-WRONG-TYPE
        got       retentionDays: "five years"
        expected  a number
        fix       replace the value
    `,
  },
  {
    name: 'a mapping that no text can be made of, where a word belongs',
    spoil: (c) => c.replace(luzon, 'type: immigration', "type: { toString: '' }"),
    message: `
      config/vendors/luzon.yaml:21:11 CFG-NOT-ALLOWED
        got       type: a mapping of fields
        expected  one of immigration, bankruptcy, ip, contract, litigation, ma, medical, employment_payroll
        fix       replace the value
    `,
  },
  {
    name: 'a list where a mapping belongs',
    spoil: (c) => c.replace(luzon, /network:\n.*\n.*\n/, 'network: [10.30.0.0/22]\n'),
    message: `
      config/vendors/luzon.yaml:11:10 CFG-WRONG-TYPE
        got       network: a list of 1
        expected  a mapping of fields
        fix       replace the value
    `,
  },
  {
    name: 'a missing field',
    spoil: (c) => c.replace(luzon, 'owner: immigration-newyork\n', ''),
    message: `
      config/vendors/luzon.yaml:3:1 CFG-MISSING-FIELD
        got       no "owner"
        expected  a text
        fix       add "owner"
    `,
  },
  {
    name: 'an account id of eleven digits',
    spoil: (c) => c.replace(luzon, '"200000000002"', '"20000000002"'),
    message: `
      config/vendors/luzon.yaml:5:10 CFG-ACCOUNT-ID
        got       account: "20000000002"
        expected  a twelve-digit AWS account id in quotes
        fix       replace the value
    `,
  },
  {
    name: 'an account id without quotes',
    spoil: (c) => c.replace(luzon, '"200000000002"', '200000000002'),
    message: `
      config/vendors/luzon.yaml:5:10 CFG-ACCOUNT-ID
        got       account: 200000000002
        expected  a twelve-digit AWS account id in quotes
        fix       put it in quotes
    `,
  },
  {
    name: 'a region that does not exist',
    spoil: (c) => c.replace(luzon, 'region: us-east-1', 'region: us-east-9'),
    message: `
      config/vendors/luzon.yaml:7:9 CFG-UNKNOWN-REGION
        got       region: "us-east-9"
        expected  an AWS region such as eu-west-2
        fix       did you mean "us-east-1"?
    `,
  },
  {
    name: 'a slug with capitals',
    spoil: (c) => c.replace(luzon, 'owner: immigration-newyork', 'owner: Immigration'),
    message: `
      config/vendors/luzon.yaml:6:8 CFG-PATTERN
        got       owner: "Immigration"
        expected  a slug of 3 to 32 lower-case letters, digits and hyphens
        fix       replace the value
    `,
  },
  {
    name: 'an engagement type that does not exist',
    spoil: (c) => c.replace(luzon, 'type: bankruptcy', 'type: bankrupcy'),
    message: `
      config/vendors/luzon.yaml:46:11 CFG-NOT-ALLOWED
        got       type: "bankrupcy"
        expected  one of immigration, bankruptcy, ip, contract, litigation, ma, medical, employment_payroll
        fix       did you mean "bankruptcy"?
    `,
  },
  {
    name: 'a data class that does not exist',
    spoil: (c) => c.replace(luzon, 'BIOMETRIC', 'BIOMETRICS'),
    message: `
      config/vendors/luzon.yaml:22:42 CFG-NOT-ALLOWED
        got       dataClasses: "BIOMETRICS"
        expected  one of CONFIDENTIAL_COMMERCIAL, PII_BASIC, PII_GOV_ID, PII_FINANCIAL, PII_SPECIAL, PAYROLL_HR, MINORS, BIOMETRIC, GENETIC, PHI, SUD_PART2, CARDHOLDER, PRIVILEGED, WORK_PRODUCT, PROTECTIVE_ORDER, MNPI, TRADE_SECRET, SOURCE_CODE, UNPUBLISHED_INVENTION, EXPORT_EAR, EXPORT_ITAR
        fix       did you mean "BIOMETRIC"?
    `,
  },
  {
    name: 'the beginning of several data classes',
    spoil: (c) => c.replace(luzon, 'BIOMETRIC', 'PII'),
    message: `
      config/vendors/luzon.yaml:22:42 CFG-NOT-ALLOWED
        got       dataClasses: "PII"
        expected  one of CONFIDENTIAL_COMMERCIAL, PII_BASIC, PII_GOV_ID, PII_FINANCIAL, PII_SPECIAL, PAYROLL_HR, MINORS, BIOMETRIC, GENETIC, PHI, SUD_PART2, CARDHOLDER, PRIVILEGED, WORK_PRODUCT, PROTECTIVE_ORDER, MNPI, TRADE_SECRET, SOURCE_CODE, UNPUBLISHED_INVENTION, EXPORT_EAR, EXPORT_ITAR
        fix       did you mean "PII_BASIC", "PII_GOV_ID", "PII_FINANCIAL" or "PII_SPECIAL"?
    `,
  },
  {
    name: 'a date with a two-digit year',
    spoil: (c) => c.replace(luzon, '"2027-12-31"', '27-12-31'),
    message: `
      config/vendors/luzon.yaml:32:16 CFG-DATE
        got       closeDate: "27-12-31"
        expected  a calendar date such as 2027-06-30
        fix       replace the value
    `,
  },
  {
    name: 'a day that does not exist',
    spoil: (c) => c.replace(luzon, '"2027-12-31"', '"2027-02-30"'),
    message: `
      config/vendors/luzon.yaml:32:16 CFG-DATE
        got       closeDate: "2027-02-30"
        expected  a calendar date such as 2027-06-30
        fix       replace the value
    `,
  },
  {
    name: 'no matters',
    spoil: (c) => c.replace(luzon, /matters:[\s\S]*/, 'matters: []\n'),
    message: `
      config/vendors/luzon.yaml:19:10 CFG-OUT-OF-RANGE
        got       matters: a list of 0
        expected  at least 1 entries
        fix       choose a value inside the limits
    `,
  },
];
