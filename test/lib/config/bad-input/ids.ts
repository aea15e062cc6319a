import { readFileSync } from 'node:fs';
import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';

/** Ids that are taken or do not fit. */
export const ids: readonly BadInput[] = [
  {
    name: 'a slug unlike the file name',
    spoil: (c) => c.replace(luzon, 'vendor: luzon', 'vendor: visayas'),
    message: `
      config/vendors/luzon.yaml:3:9 CFG-FILE-NAME
        got       vendor: visayas in luzon.yaml
        expected  the file name without .yaml: luzon
        fix       rename the file to visayas.yaml, or mend the slug
    `,
  },
  {
    name: 'a second file for the same vendor',
    spoil: (c) => c.write('vendors/second.yaml', readFileSync(c.file(luzon))),
    message: `
      config/vendors/second.yaml:3:9 CFG-FILE-NAME
        got       vendor: luzon in second.yaml
        expected  the file name without .yaml: second
        fix       rename the file to luzon.yaml, or mend the slug
      config/vendors/second.yaml:5:10 CFG-DUPLICATE-ID
        got       account 200000000002, already used at config/vendors/luzon.yaml:5
        expected  an id that nothing else uses
        fix       give each vendor its own account
      config/vendors/second.yaml:12:12 CFG-CIDR-OVERLAP
        got       10.30.0.0/22, which overlaps 10.30.0.0/22 at config/vendors/luzon.yaml:12
        expected  a range that no other network uses
        fix       choose a free range for one of the two
      config/vendors/second.yaml:13:15 CFG-CIDR-OVERLAP
        got       10.130.0.0/22, which overlaps 10.130.0.0/22 at config/vendors/luzon.yaml:13
        expected  a range that no other network uses
        fix       choose a free range for one of the two
      config/vendors/second.yaml:20:9 CFG-DUPLICATE-ID
        got       matter m-c90e15, already used at config/vendors/luzon.yaml:20
        expected  an id that nothing else uses
        fix       choose another id
      config/vendors/second.yaml:45:9 CFG-DUPLICATE-ID
        got       matter m-58d7b2, already used at config/vendors/luzon.yaml:45
        expected  an id that nothing else uses
        fix       choose another id
      config/vendors/second.yaml:216:9 CFG-DUPLICATE-ID
        got       person p-0f8a21, already at config/vendors/luzon.yaml:216
        expected  each person once; only the firm's own people in several vendor files
        fix       merge the two entries, or mend the id
      config/vendors/second.yaml:250:9 CFG-DUPLICATE-ID
        got       person p-0f8a22, already at config/vendors/luzon.yaml:250
        expected  each person once; only the firm's own people in several vendor files
        fix       merge the two entries, or mend the id
      config/vendors/second.yaml:283:9 CFG-DUPLICATE-ID
        got       person p-8b16d3, already at config/vendors/luzon.yaml:283
        expected  each person once; only the firm's own people in several vendor files
        fix       merge the two entries, or mend the id
    `,
  },
  {
    name: 'a matter id used by another vendor',
    spoil: (c) => c.replace(luzon, 'm-58d7b2', 'm-7f3a9c'),
    message: `
      config/vendors/luzon.yaml:279:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/luzon.yaml:317:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/luzon.yaml:354:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/luzon.yaml:391:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/luzon.yaml:428:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/luzon.yaml:465:17 CFG-UNKNOWN-REFERENCE
        got       matter m-58d7b2
        expected  a matter that is listed in this file
        fix       mend the id, or add what it names
      config/vendors/meridian.yaml:19:9 CFG-DUPLICATE-ID
        got       matter m-7f3a9c, already used at config/vendors/luzon.yaml:45
        expected  an id that nothing else uses
        fix       choose another id
    `,
  },
  {
    name: 'an account used by another vendor',
    spoil: (c) => c.replace(luzon, '"200000000002"', '"200000000001"'),
    message: `
      config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE
        got       no VPN certificates in account 200000000001, region us-east-1
        expected  "certificates" in this file, or a pair of this account and region in organization.yaml
        fix       import both certificates into ACM and name their ARNs in one of the two places
      config/vendors/meridian.yaml:5:10 CFG-DUPLICATE-ID
        got       account 200000000001, already used at config/vendors/luzon.yaml:5
        expected  an id that nothing else uses
        fix       give each vendor its own account
    `,
  },
  {
    name: 'an account of the organization',
    spoil: (c) => c.replace(luzon, '"200000000002"', '"100000000003"'),
    message: `
      config/vendors/luzon.yaml:5:10 CFG-DUPLICATE-ID
        got       account 100000000003, already used at config/organization.yaml:11
        expected  an id that nothing else uses
        fix       give each vendor its own account
      config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE
        got       no VPN certificates in account 100000000003, region us-east-1
        expected  "certificates" in this file, or a pair of this account and region in organization.yaml
        fix       import both certificates into ACM and name their ARNs in one of the two places
    `,
  },
  {
    name: 'one account for two purposes',
    spoil: (c) => c.replace('organization.yaml', '"100000000003"', '"100000000002"'),
    message: `
      config/organization.yaml:11:15 CFG-DUPLICATE-ID
        got       account 100000000002, already used at config/organization.yaml:10
        expected  an id that nothing else uses
        fix       give each purpose its own account
    `,
  },
  {
    name: 'an origin named twice',
    spoil: (c) => c.replace(luzon, 'origins: [US-NY]', 'origins: [US-NY, US-NY]'),
    message: `
      config/vendors/luzon.yaml:23:22 CFG-DUPLICATE-ID
        got       US-NY twice in origins
        expected  each entry once
        fix       remove one of the two
    `,
  },
];
