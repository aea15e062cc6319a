import { readFileSync } from 'node:fs';
import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';
const wall = `walls:\n  - {id: w-0001, sideA: [m-c90e15], sideB: [m-ffffff], basis: rule 1.10, from: 2026-01-01, approver: p-60b3f5, noticeSentOn: 2026-01-01, certifiedOn: 2026-01-01, certifyEveryDays: 90}`;

/** Records, registers and law. */
export const records: readonly BadInput[] = [
  {
    name: 'a country that does not exist',
    spoil: (c) => c.replace(luzon, 'origins: [US-NY]', 'origins: [XQ]'),
    message: `
      config/vendors/luzon.yaml:23:15 CFG-COUNTRY
        got       origins: "XQ"
        expected  an ISO 3166 code such as GB, IN or US-NY
        fix       replace the value
    `,
  },
  {
    name: 'the United Kingdom by its other code',
    spoil: (c) => {
      c.replace(luzon, 'origins: [US-NY]', 'origins: [UK]');
      c.replace(luzon, /notices:\n( +)- \{ laws: \[[A-Z-]+/, 'notices:\n$1- { laws: [UK');
    },
    message: `
      config/vendors/luzon.yaml:23:15 CFG-COUNTRY
        got       origins: "UK"
        expected  an ISO 3166 code such as GB, IN or US-NY
        fix       did you mean "GB"?
      config/vendors/luzon.yaml:211:16 CFG-LAW-CODE
        got       laws: "UK"
        expected  a code such as GB, US-NY or US-HIPAA
        fix       did you mean "GB"?
    `,
  },
  {
    name: 'a country by its name',
    spoil: (c) => c.replace(luzon, 'origins: [US-NY]', 'origins: [Philippines]'),
    message: `
      config/vendors/luzon.yaml:23:15 CFG-COUNTRY
        got       origins: "Philippines"
        expected  an ISO 3166 code such as GB, IN or US-NY
        fix       did you mean "PH"?
    `,
  },
  {
    name: 'a person listed twice',
    spoil: (c) => c.replace(luzon, 'id: p-0f8a22', 'id: p-0f8a21'),
    message: `
      config/vendors/luzon.yaml:250:9 CFG-DUPLICATE-ID
        got       person p-0f8a21, already at config/vendors/luzon.yaml:216
        expected  each person once; only the firm's own people in several vendor files
        fix       merge the two entries, or mend the id
    `,
  },
  {
    name: 'a person of another vendor',
    spoil: (c) => c.replace(luzon, 'id: p-0f8a22', 'id: p-51ce08'),
    message: `
      config/vendors/meridian.yaml:233:9 CFG-DUPLICATE-ID
        got       person p-51ce08, already at config/vendors/luzon.yaml:250
        expected  each person once; only the firm's own people in several vendor files
        fix       merge the two entries, or mend the id
    `,
  },
  {
    name: 'an assignment to a matter of another vendor',
    spoil: (c) => c.replace(luzon, /- matter: m-58d7b2/, '- matter: m-7f3a9c'),
    message: `
      config/vendors/luzon.yaml:279:17 CFG-UNKNOWN-REFERENCE
        got       matter m-7f3a9c
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
    `,
  },
  {
    name: 'a site that is not registered',
    spoil: (c) => c.replace(luzon, '    site: s-3e90', '    site: s-3e91'),
    message: `
      config/vendors/luzon.yaml:219:11 CFG-UNKNOWN-REFERENCE
        got       site s-3e91
        expected  a site that is listed in diligence.sites
        fix       did you mean "s-3e90"? Otherwise add what it names
    `,
  },
  {
    name: 'a party that is not in the register',
    spoil: (c) => c.replace(luzon, /client: \[y-[0-9a-f]+\]/, 'client: [y-000000000000]'),
    message: `
      config/vendors/luzon.yaml:35:25 CFG-UNKNOWN-REFERENCE
        got       party y-000000000000
        expected  a party that is listed in config/conflicts.yaml
        fix       mend the id, or add what it names
    `,
  },
  {
    name: 'dates in the wrong order',
    spoil: (c) => c.replace(luzon, 'signedOn: 2026-10-12', 'signedOn: 2028-10-12'),
    message: `
      config/vendors/luzon.yaml:182:14 CFG-DATE-ORDER
        got       expiresOn: 2028-10-11, before signedOn: 2028-10-12
        expected  expiresOn on or after signedOn
        fix       mend one of the two dates
    `,
  },
  {
    name: 'a signature with a two-digit year',
    spoil: (c) => c.replace(luzon, 'signedOn: 2026-10-12', 'signedOn: 12.10.26'),
    message: `
      config/vendors/luzon.yaml:181:13 CFG-DATE
        got       signedOn: "12.10.26"
        expected  a calendar date such as 2027-06-30
        fix       replace the value
    `,
  },
  {
    name: 'a name where an opaque id belongs',
    spoil: (c) => c.replace(luzon, 'id: p-0f8a21', 'id: juan-dela-cruz'),
    message: `
      config/vendors/luzon.yaml:216:9 CFG-PATTERN
        got       id: "juan-dela-cruz"
        expected  p- and 6 to 12 hexadecimal digits
        fix       replace the value
    `,
  },
  {
    name: 'a wall that names a matter that does not exist',
    spoil: (c) => c.replace('conflicts.yaml', 'walls: []', wall),
    message: `
      config/conflicts.yaml:60:45 CFG-UNKNOWN-REFERENCE
        got       matter m-ffffff
        expected  a matter that is listed in a vendor file
        fix       mend the id, or add what it names
    `,
  },
  {
    name: 'a law file for a place that has one',
    spoil: (c) => c.write('.law/jurisdictions/uk.yaml', readFileSync(c.file('.law/jurisdictions/gb.yaml'))),
    message: `
      law/jurisdictions/uk.yaml:3:7 CFG-DUPLICATE-ID
        got       GB, already in law/jurisdictions/gb.yaml:3
        expected  each place in one file
        fix       remove it from one of the two
      law/jurisdictions/uk.yaml:3:7 CFG-FILE-NAME
        got       code: GB in uk.yaml
        expected  the file gb.yaml
        fix       rename the file, or mend the code
    `,
  },
  {
    name: 'a law file of the firm for a place that a shipped one speaks for',
    spoil: (c) => c.add('law/gb.yaml', c.read('.law/jurisdictions/gb.yaml')),
    message: `
      config/law/gb.yaml:3:7 CFG-DUPLICATE-ID
        got       GB, already in law/jurisdictions/gb.yaml:3
        expected  each place in one file
        fix       remove it from one of the two
    `,
  },
  {
    name: 'a copied law file whose territory is still the other country',
    spoil: (c) =>
      c.add(
        'law/nz.yaml',
        c
          .read('.law/jurisdictions/gb.yaml')
          .replace('code: GB', 'code: NZ')
          .replace(/^name: .*/m, 'name: New Zealand'),
      ),
    message: `
      config/law/nz.yaml:7:12 CFG-LAW-TERRITORY
        got       territory: GB for NZ
        expected  NZ
        fix       correct the territory: places of one territory exchange data without a transfer
    `,
  },
  {
    name: 'an overlay without data classes',
    spoil: (c) => c.replace('.law/jurisdictions/us-fed-fin.yaml', /appliesTo:\n.*\n/, ''),
    message: `
      law/jurisdictions/us-fed-fin.yaml:6:7 CFG-LAW-KIND
        got       kind: overlay without appliesTo
        expected  appliesTo for an overlay, and for nothing else
        fix       add or remove appliesTo
    `,
  },
];
