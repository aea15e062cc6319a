import { readFileSync } from 'node:fs';
import { ConfigFolder } from './config-folder';

const luzon = 'vendors/luzon.yaml';
const arn = 'arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333';
const usPair = arn.replace('us-east-2', 'us-east-1');
const wall = `walls:
  - {id: w-0001, sideA: [m-c90e15], sideB: [m-ffffff], basis: rule 1.10, from: 2026-01-01, approver: p-60b3f5, noticeSentOn: 2026-01-01, certifiedOn: 2026-01-01, certifyEveryDays: 90}`;
const anchorBomb = [
  'a: &a [x, x]',
  ...'bcdefghi'.split('').map((n, i) => `${n}: &${n} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
].join('\n');

/** What is done to the shipped configuration, and exactly what a person then reads. */
const cases: [name: string, spoil: (c: ConfigFolder) => unknown, message: string][] = [
  [
    'an unknown field',
    (c) => c.replace(luzon, 'owner:', 'ownr:'),
    [
      'config/vendors/luzon.yaml:3:1 CFG-MISSING-FIELD',
      '  got       no "owner"',
      '  expected  a text',
      '  to mend   add "owner"',
      'config/vendors/luzon.yaml:6:1 CFG-UNKNOWN-FIELD',
      '  got       "ownr"',
      '  expected  "owner"',
      '  to mend   rename it to "owner", or remove it',
    ].join('\n'),
  ],
  [
    'an unknown field unlike any other',
    (c) => c.replace(luzon, 'owner:', 'colour: red\nowner:'),
    [
      'config/vendors/luzon.yaml:6:1 CFG-UNKNOWN-FIELD',
      '  got       "colour"',
      '  expected  one of vendor, legalName, account, owner, region, recoveryRegion, availabilityZones, network, certificates, groups, matters, diligence, contract, crisisPlan, viewer, affiliates, transfers, people, waivers',
      '  to mend   remove it',
    ].join('\n'),
  ],
  [
    'a wrong type',
    (c) => c.replace(luzon, 'retentionDays: 1827', 'retentionDays: five years'),
    [
      'config/vendors/luzon.yaml:33:20 CFG-WRONG-TYPE',
      '  got       retentionDays: "five years"',
      '  expected  a number',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a list where a mapping belongs',
    (c) => c.replace(luzon, /network:\n.*\n.*\n/, 'network: [10.30.0.0/22]\n'),
    [
      'config/vendors/luzon.yaml:11:10 CFG-WRONG-TYPE',
      '  got       network: a list of 1',
      '  expected  a mapping of fields',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a missing field',
    (c) => c.replace(luzon, 'owner: immigration-newyork\n', ''),
    [
      'config/vendors/luzon.yaml:3:1 CFG-MISSING-FIELD',
      '  got       no "owner"',
      '  expected  a text',
      '  to mend   add "owner"',
    ].join('\n'),
  ],
  [
    'an account id of eleven digits',
    (c) => c.replace(luzon, '"200000000002"', '"20000000002"'),
    [
      'config/vendors/luzon.yaml:5:10 CFG-ACCOUNT-ID',
      '  got       account: "20000000002"',
      '  expected  a twelve-digit AWS account id in quotes',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'an account id without quotes',
    (c) => c.replace(luzon, '"200000000002"', '200000000002'),
    [
      'config/vendors/luzon.yaml:5:10 CFG-ACCOUNT-ID',
      '  got       account: 200000000002',
      '  expected  a twelve-digit AWS account id in quotes',
      '  to mend   put it in quotes',
    ].join('\n'),
  ],
  [
    'a region that does not exist',
    (c) => c.replace(luzon, 'region: us-east-1', 'region: us-east-9'),
    [
      'config/vendors/luzon.yaml:7:9 CFG-UNKNOWN-REGION',
      '  got       region: "us-east-9"',
      '  expected  an AWS region such as eu-west-2',
      '  to mend   did you mean "us-east-1"?',
    ].join('\n'),
  ],
  [
    'a slug with capitals',
    (c) => c.replace(luzon, 'owner: immigration-newyork', 'owner: Immigration'),
    [
      'config/vendors/luzon.yaml:6:8 CFG-PATTERN',
      '  got       owner: "Immigration"',
      '  expected  a slug of 3 to 32 lower-case letters, digits and hyphens',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'an engagement type that does not exist',
    (c) => c.replace(luzon, 'type: bankruptcy', 'type: bankrupcy'),
    [
      'config/vendors/luzon.yaml:46:11 CFG-NOT-ALLOWED',
      '  got       type: "bankrupcy"',
      '  expected  one of immigration, bankruptcy, ip, contract, litigation, ma, medical, employment_payroll',
      '  to mend   did you mean "bankruptcy"?',
    ].join('\n'),
  ],
  [
    'a data class that does not exist',
    (c) => c.replace(luzon, 'BIOMETRIC', 'BIOMETRICS'),
    [
      'config/vendors/luzon.yaml:22:42 CFG-NOT-ALLOWED',
      '  got       dataClasses: "BIOMETRICS"',
      '  expected  one of CONFIDENTIAL_COMMERCIAL, PII_BASIC, PII_GOV_ID, PII_FINANCIAL, PII_SPECIAL, PAYROLL_HR, MINORS, BIOMETRIC, GENETIC, PHI, SUD_PART2, CARDHOLDER, PRIVILEGED, WORK_PRODUCT, PROTECTIVE_ORDER, MNPI, TRADE_SECRET, SOURCE_CODE, UNPUBLISHED_INVENTION, EXPORT_EAR, EXPORT_ITAR',
      '  to mend   did you mean "BIOMETRIC"?',
    ].join('\n'),
  ],
  [
    'a date with a two-digit year',
    (c) => c.replace(luzon, '"2027-12-31"', '27-12-31'),
    [
      'config/vendors/luzon.yaml:32:16 CFG-DATE',
      '  got       closeDate: "27-12-31"',
      '  expected  a calendar date such as 2027-06-30',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a day that does not exist',
    (c) => c.replace(luzon, '"2027-12-31"', '"2027-02-30"'),
    [
      'config/vendors/luzon.yaml:32:16 CFG-DATE',
      '  got       closeDate: "2027-02-30"',
      '  expected  a calendar date such as 2027-06-30',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a retention out of range',
    (c) => c.replace(luzon, 'retentionDays: 1827', 'retentionDays: 7'),
    [
      'config/vendors/luzon.yaml:33:20 CFG-OUT-OF-RANGE',
      '  got       retentionDays: 7',
      '  expected  at least 30',
      '  to mend   choose a value inside the limits',
    ].join('\n'),
  ],
  [
    'no matters',
    (c) => c.replace(luzon, /matters:[\s\S]*/, 'matters: []\n'),
    [
      'config/vendors/luzon.yaml:19:10 CFG-OUT-OF-RANGE',
      '  got       matters: a list of 0',
      '  expected  at least 1 entries',
      '  to mend   choose a value inside the limits',
    ].join('\n'),
  ],
  [
    'a slug unlike the file name',
    (c) => c.replace(luzon, 'vendor: luzon', 'vendor: visayas'),
    [
      'config/vendors/luzon.yaml:3:9 CFG-FILE-NAME',
      '  got       vendor: visayas in luzon.yaml',
      '  expected  the file name without .yaml: luzon',
      '  to mend   rename the file to visayas.yaml, or mend the slug',
    ].join('\n'),
  ],
  [
    'a second file for the same vendor',
    (c) => c.write('vendors/second.yaml', readFileSync(c.file(luzon))),
    [
      'config/vendors/second.yaml:3:9 CFG-FILE-NAME',
      '  got       vendor: luzon in second.yaml',
      '  expected  the file name without .yaml: second',
      '  to mend   rename the file to luzon.yaml, or mend the slug',
      'config/vendors/second.yaml:5:10 CFG-DUPLICATE-ID',
      '  got       account 200000000002, already used at config/vendors/luzon.yaml:5',
      '  expected  an id that nothing else uses',
      '  to mend   give each vendor its own account',
      'config/vendors/second.yaml:12:12 CFG-CIDR-OVERLAP',
      '  got       10.30.0.0/22, which overlaps 10.30.0.0/22 at config/vendors/luzon.yaml:12',
      '  expected  a range that no other network uses',
      '  to mend   choose a free range for one of the two',
      'config/vendors/second.yaml:13:15 CFG-CIDR-OVERLAP',
      '  got       10.130.0.0/22, which overlaps 10.130.0.0/22 at config/vendors/luzon.yaml:13',
      '  expected  a range that no other network uses',
      '  to mend   choose a free range for one of the two',
      'config/vendors/second.yaml:20:9 CFG-DUPLICATE-ID',
      '  got       matter m-c90e15, already used at config/vendors/luzon.yaml:20',
      '  expected  an id that nothing else uses',
      '  to mend   choose another id',
      'config/vendors/second.yaml:45:9 CFG-DUPLICATE-ID',
      '  got       matter m-58d7b2, already used at config/vendors/luzon.yaml:45',
      '  expected  an id that nothing else uses',
      '  to mend   choose another id',
      'config/vendors/second.yaml:210:9 CFG-DUPLICATE-ID',
      '  got       person p-0f8a21, already at config/vendors/luzon.yaml:210',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:244:9 CFG-DUPLICATE-ID',
      '  got       person p-0f8a22, already at config/vendors/luzon.yaml:244',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:277:9 CFG-DUPLICATE-ID',
      '  got       person p-8b16d3, already at config/vendors/luzon.yaml:277',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:315:9 CFG-DUPLICATE-ID',
      '  got       person p-c2d94e, already at config/vendors/luzon.yaml:315',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:352:9 CFG-DUPLICATE-ID',
      '  got       person p-60b3f5, already at config/vendors/luzon.yaml:352',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:389:9 CFG-DUPLICATE-ID',
      '  got       person p-1f7d9a, already at config/vendors/luzon.yaml:389',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
      'config/vendors/second.yaml:426:9 CFG-DUPLICATE-ID',
      '  got       person p-a37c50, already at config/vendors/luzon.yaml:426',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
    ].join('\n'),
  ],
  [
    'a matter id used by another vendor',
    (c) => c.replace(luzon, 'm-58d7b2', 'm-7f3a9c'),
    [
      'config/vendors/luzon.yaml:273:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/luzon.yaml:311:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/luzon.yaml:348:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/luzon.yaml:385:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/luzon.yaml:422:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/luzon.yaml:459:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-58d7b2',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
      'config/vendors/meridian.yaml:19:9 CFG-DUPLICATE-ID',
      '  got       matter m-7f3a9c, already used at config/vendors/luzon.yaml:45',
      '  expected  an id that nothing else uses',
      '  to mend   choose another id',
    ].join('\n'),
  ],
  [
    'an account used by another vendor',
    (c) => c.replace(luzon, '"200000000002"', '"200000000001"'),
    [
      'config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE',
      '  got       no VPN certificates in account 200000000001, region us-east-1',
      '  expected  "certificates" in this file, or a pair of this account and region in organization.yaml',
      '  to mend   import both certificates into ACM and name their ARNs in one of the two places',
      'config/vendors/meridian.yaml:5:10 CFG-DUPLICATE-ID',
      '  got       account 200000000001, already used at config/vendors/luzon.yaml:5',
      '  expected  an id that nothing else uses',
      '  to mend   give each vendor its own account',
    ].join('\n'),
  ],
  [
    'an account of the organization',
    (c) => c.replace(luzon, '"200000000002"', '"100000000003"'),
    [
      'config/vendors/luzon.yaml:5:10 CFG-DUPLICATE-ID',
      '  got       account 100000000003, already used at config/organization.yaml:11',
      '  expected  an id that nothing else uses',
      '  to mend   give each vendor its own account',
      'config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE',
      '  got       no VPN certificates in account 100000000003, region us-east-1',
      '  expected  "certificates" in this file, or a pair of this account and region in organization.yaml',
      '  to mend   import both certificates into ACM and name their ARNs in one of the two places',
    ].join('\n'),
  ],
  [
    'one account for two purposes',
    (c) => c.replace('organization.yaml', '"100000000003"', '"100000000002"'),
    [
      'config/organization.yaml:11:15 CFG-DUPLICATE-ID',
      '  got       account 100000000002, already used at config/organization.yaml:10',
      '  expected  an id that nothing else uses',
      '  to mend   give each purpose its own account',
    ].join('\n'),
  ],
  [
    'an origin named twice',
    (c) => c.replace(luzon, 'origins: [US-NY]', 'origins: [US-NY, US-NY]'),
    [
      'config/vendors/luzon.yaml:23:22 CFG-DUPLICATE-ID',
      '  got       US-NY twice in origins',
      '  expected  each entry once',
      '  to mend   remove one of the two',
    ].join('\n'),
  ],
  [
    'a zone outside the region',
    (c) => c.replace(luzon, 'us-east-1b', 'us-east-2b'),
    [
      'config/vendors/luzon.yaml:9:33 CFG-ZONE-OUTSIDE-REGION',
      '  got       us-east-2b',
      '  expected  a zone of us-east-1, for example us-east-1a',
      '  to mend   replace the zone, or the region',
    ].join('\n'),
  ],
  [
    'one zone twice',
    (c) => c.replace(luzon, 'us-east-1b', 'us-east-1a'),
    [
      'config/vendors/luzon.yaml:9:33 CFG-DUPLICATE-ID',
      '  got       us-east-1a twice in availabilityZones',
      '  expected  each entry once',
      '  to mend   remove one of the two',
    ].join('\n'),
  ],
  [
    'recovery in the region itself',
    (c) => c.replace(luzon, 'recoveryRegion: us-west-2', 'recoveryRegion: us-east-1'),
    [
      'config/vendors/luzon.yaml:8:17 CFG-SAME-REGION',
      '  got       us-east-1, the region itself',
      '  expected  another region of the same jurisdiction',
      '  to mend   choose one, or remove the field to keep copies in the region',
    ].join('\n'),
  ],
  [
    'a range that is not a range',
    (c) => c.replace(luzon, '10.30.0.0/22', '10.300.0.0/22'),
    [
      'config/vendors/luzon.yaml:12:12 CFG-CIDR',
      '  got       vpcCidr: "10.300.0.0/22"',
      '  expected  an IPv4 range such as 10.20.0.0/22',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a range off its boundary',
    (c) => c.replace(luzon, '10.30.0.0/22', '10.30.1.0/22'),
    [
      'config/vendors/luzon.yaml:12:12 CFG-CIDR',
      '  got       10.30.1.0/22',
      '  expected  an address on the boundary: 10.30.0.0/22',
      '  to mend   write 10.30.0.0/22',
    ].join('\n'),
  ],
  [
    'a public range',
    (c) => c.replace(luzon, '10.30.0.0/22', '172.32.0.0/22'),
    [
      'config/vendors/luzon.yaml:12:12 CFG-CIDR-PUBLIC',
      '  got       172.32.0.0/22',
      '  expected  a range inside 10/8, 172.16/12 or 192.168/16',
      '  to mend   choose a private range',
    ].join('\n'),
  ],
  [
    'a VPC range that is too large',
    (c) => c.replace(luzon, '10.30.0.0/22', '10.32.0.0/16'),
    [
      'config/vendors/luzon.yaml:12:12 CFG-CIDR-SIZE',
      '  got       10.32.0.0/16',
      '  expected  a range between /20 and /24',
      '  to mend   choose another prefix length',
    ].join('\n'),
  ],
  [
    'a client range that is too small',
    (c) => c.replace(luzon, '10.130.0.0/22', '10.130.0.0/24'),
    [
      'config/vendors/luzon.yaml:13:15 CFG-CIDR-SIZE',
      '  got       10.130.0.0/24',
      '  expected  a range between /12 and /22',
      '  to mend   choose another prefix length',
    ].join('\n'),
  ],
  [
    'a range of another vendor',
    (c) => c.replace(luzon, '10.30.0.0/22', '10.20.0.0/21'),
    [
      'config/vendors/meridian.yaml:11:12 CFG-CIDR-OVERLAP',
      '  got       10.20.0.0/22, which overlaps 10.20.0.0/21 at config/vendors/luzon.yaml:12',
      '  expected  a range that no other network uses',
      '  to mend   choose a free range for one of the two',
    ].join('\n'),
  ],
  [
    'a vendor whose two ranges overlap',
    (c) => c.replace(luzon, '10.130.0.0/22', '10.30.0.0/20'),
    [
      'config/vendors/luzon.yaml:12:12 CFG-CIDR-OVERLAP',
      '  got       10.30.0.0/22, which overlaps 10.30.0.0/20 at config/vendors/luzon.yaml:13',
      '  expected  a range that no other network uses',
      '  to mend   choose a free range for one of the two',
    ].join('\n'),
  ],
  [
    'a group shared by two matters',
    (c) => c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000001', '8a2dc90e-0000-4000-8000-000000000001'),
    [
      'config/vendors/luzon.yaml:51:17 CFG-SHARED-GROUP',
      '  got       group 8a2dc90e-0000-4000-8000-000000000001, already reviewer of m-c90e15 at config/vendors/luzon.yaml:26',
      '  expected  a group of its own for reviewer of m-58d7b2',
      '  to mend   create another group in the identity provider',
    ].join('\n'),
  ],
  [
    'a group shared by two functions',
    (c) => c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000004', '8a2d58d7-0000-4000-8000-000000000001'),
    [
      'config/vendors/luzon.yaml:54:24 CFG-SHARED-GROUP',
      '  got       group 8a2d58d7-0000-4000-8000-000000000001, already reviewer of m-58d7b2 at config/vendors/luzon.yaml:51',
      '  expected  a group of its own for releaseApprover of m-58d7b2',
      '  to mend   create another group in the identity provider',
    ].join('\n'),
  ],
  [
    'a group shared by two vendors',
    (c) => c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000001', '5f1c7f3a-0000-4000-8000-000000000001'),
    [
      'config/vendors/meridian.yaml:25:17 CFG-SHARED-GROUP',
      '  got       group 5f1c7f3a-0000-4000-8000-000000000001, already reviewer of m-58d7b2 at config/vendors/luzon.yaml:51',
      '  expected  a group of its own for reviewer of m-7f3a9c',
      '  to mend   create another group in the identity provider',
    ].join('\n'),
  ],
  [
    'a role name that grows too long',
    (c) =>
      c.replace(
        'organization.yaml',
        'cdk-closedroom-cfn-exec-role-',
        'cdk-closedroom-cloudformation-execution-role-',
      ),
    [
      'config/organization.yaml:16:11 CFG-NAME-TOO-LONG',
      '  got       cdk-closedroom-cloudformation-execution-role-100000000001-eu-west-2, 67 characters',
      '  expected  at most 64 characters once the placeholders are filled',
      '  to mend   shorten the name, for example by a shorter bootstrap qualifier',
    ].join('\n'),
  ],
  [
    'an unknown placeholder',
    (c) => c.replace('organization.yaml', 'lpo-break-glass', 'lpo-break-glass-{vendor}'),
    [
      'config/organization.yaml:18:15 CFG-PLACEHOLDER',
      '  got       breakGlass: lpo-break-glass-{vendor}',
      '  expected  the placeholders {account} and {region} only',
      '  to mend   replace {vendor}',
    ].join('\n'),
  ],
  [
    'a legal name as an id',
    (c) =>
      c.replace(
        luzon,
        'legalName: Bayani Document Support Incorporated',
        'legalName: Immigration Support Incorporated',
      ),
    [
      'config/vendors/luzon.yaml:6:8 CFG-NAME-IN-ID',
      '  got       owner: immigration-newyork, which holds a word of the legal name',
      '  expected  an id that names nobody',
      '  to mend   choose a code word or a random id',
    ].join('\n'),
  ],
  [
    'no certificates for the account',
    (c) => c.replace('organization.yaml', /:us-east-1:200000000002/g, ':us-east-2:200000000002'),
    [
      'config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE',
      '  got       no VPN certificates in account 200000000002, region us-east-1',
      '  expected  "certificates" in this file, or a pair of this account and region in organization.yaml',
      '  to mend   import both certificates into ACM and name their ARNs in one of the two places',
    ].join('\n'),
  ],
  [
    'two certificates of different places',
    (c) => c.replace('organization.yaml', ':us-east-1:200000000002', ':us-east-1:200000000009'),
    [
      'config/organization.yaml:29:17 CFG-CERTIFICATE-PLACE',
      '  got       arn:aws:acm:us-east-1:200000000002:certificate/44444444-4444-4444-8444-444444444444',
      '  expected  a certificate of us-east-1, account 200000000009',
      '  to mend   import it where the VPN endpoint is and name that ARN',
      'config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE',
      '  got       no VPN certificates in account 200000000002, region us-east-1',
      '  expected  "certificates" in this file, or a pair of this account and region in organization.yaml',
      '  to mend   import both certificates into ACM and name their ARNs in one of the two places',
    ].join('\n'),
  ],
  [
    'two pairs for one place',
    (c) =>
      c.replace(
        'organization.yaml',
        'certificates:',
        `certificates:\n  - {server: ${usPair}, clientRoot: ${usPair}}`,
      ),
    [
      'config/organization.yaml:29:5 CFG-DUPLICATE-ID',
      '  got       a second pair for us-east-1, account 200000000002',
      '  expected  one pair for each account and region',
      '  to mend   keep one of the two',
    ].join('\n'),
  ],
  [
    'certificates of the vendor in another region',
    (c) => c.replace(luzon, 'network:', `certificates:\n  server: ${arn}\n  clientRoot: ${arn}\nnetwork:`),
    [
      'config/vendors/luzon.yaml:12:11 CFG-CERTIFICATE-PLACE',
      '  got       arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333',
      '  expected  a certificate of us-east-1, account 200000000002',
      '  to mend   import it where the VPN endpoint is and name that ARN',
      'config/vendors/luzon.yaml:13:15 CFG-CERTIFICATE-PLACE',
      '  got       arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333',
      '  expected  a certificate of us-east-1, account 200000000002',
      '  to mend   import it where the VPN endpoint is and name that ARN',
    ].join('\n'),
  ],
  [
    'metadata that does not exist',
    (c) => c.replace('organization.yaml', 'idp/vpn.xml', 'idp/vnp.xml'),
    [
      'config/idp/vnp.xml:1:1 CFG-NOT-FOUND',
      '  got       no such file',
      '  expected  a readable file',
      '  to mend   create it, or mend the path',
    ].join('\n'),
  ],
  [
    'metadata that is too short',
    (c) => c.write('idp/vpn.xml', '<x/>'),
    [
      'config/organization.yaml:23:16 CFG-SAML-METADATA',
      '  got       idp/vpn.xml: 4 characters',
      '  expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters',
      '  to mend   download the metadata again from the identity provider',
    ].join('\n'),
  ],
  [
    'metadata that is not well-formed',
    (c) => c.replace('idp/vpn.xml', '</md:IDPSSODescriptor>', ''),
    [
      'config/organization.yaml:23:16 CFG-SAML-METADATA',
      '  got       idp/vpn.xml: not well-formed XML (32:22: unexpected close tag.)',
      '  expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters',
      '  to mend   download the metadata again from the identity provider',
    ].join('\n'),
  ],
  [
    'metadata of a service provider',
    (c) => c.replace('idp/vpn.xml', /IDPSSODescriptor/g, 'SPSSODescriptor'),
    [
      'config/organization.yaml:23:16 CFG-SAML-METADATA',
      '  got       idp/vpn.xml: no IDPSSODescriptor',
      '  expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters',
      '  to mend   download the metadata again from the identity provider',
    ].join('\n'),
  ],
  [
    'metadata outside the folder',
    (c) => c.replace('organization.yaml', 'idp/vpn.xml', '../vpn.xml'),
    [
      'config/organization.yaml:23:16 CFG-PATTERN',
      '  got       vpnMetadata: "../vpn.xml"',
      '  expected  a path below the configuration folder',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a duplicate key',
    (c) => c.replace(luzon, 'owner: immigration-newyork', 'owner: immigration-newyork\nowner: other'),
    [
      'config/vendors/luzon.yaml:7:1 CFG-DUPLICATE-KEY',
      '  got       "owner" for the second time',
      '  expected  each field once',
      '  to mend   keep one of the two',
    ].join('\n'),
  ],
  [
    'tabs',
    (c) => c.replace(luzon, '  vpcCidr', '\tvpcCidr'),
    [
      'config/vendors/luzon.yaml:12:1 CFG-YAML',
      '  got       a tab',
      '  expected  indentation by spaces',
      '  to mend   replace tabs by spaces',
    ].join('\n'),
  ],
  [
    'an anchor bomb',
    (c) => c.write(luzon, anchorBomb),
    [
      'config/vendors/luzon.yaml:2:8 CFG-YAML-ALIAS',
      '  got       the alias *a',
      '  expected  the value itself',
      '  to mend   write it out',
    ].join('\n'),
  ],
  [
    'an alias',
    (c) => c.replace(luzon, 'type: bankruptcy', 'type: *a'),
    [
      'config/vendors/luzon.yaml:46:11 CFG-YAML-ALIAS',
      '  got       the alias *a',
      '  expected  the value itself',
      '  to mend   write it out',
    ].join('\n'),
  ],
  [
    'a custom tag',
    (c) => c.replace(luzon, 'type: bankruptcy', 'type: !!binary aGVsbG8='),
    [
      'config/vendors/luzon.yaml:46:20 CFG-YAML-TAG',
      '  got       the tag !!binary',
      '  expected  plain values',
      '  to mend   remove the tag',
    ].join('\n'),
  ],
  [
    'an unknown tag',
    (c) => c.replace(luzon, 'type: bankruptcy', 'type: !js/function x'),
    [
      'config/vendors/luzon.yaml:46:24 CFG-YAML-TAG',
      '  got       the tag !js/function',
      '  expected  plain values',
      '  to mend   remove the tag',
    ].join('\n'),
  ],
  [
    'a directive that changes the language',
    (c) => c.write(luzon, '%YAML 1.1\n---\nvendor: luzon\n'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-YAML',
      '  got       a %YAML directive',
      '  expected  YAML 1.2 without directives',
      '  to mend   remove the directive',
    ].join('\n'),
  ],
  [
    'two documents',
    (c) => c.write(luzon, 'vendor: luzon\n---\nvendor: luzon\n'),
    [
      'config/vendors/luzon.yaml:2:1 CFG-YAML',
      '  got       a second document',
      '  expected  one document',
      '  to mend   remove the line with ---',
    ].join('\n'),
  ],
  [
    'a prototype key',
    (c) => c.write(luzon, '__proto__: {vendor: luzon}\n'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-UNKNOWN-FIELD',
      '  got       "__proto__"',
      '  expected  a known field',
      '  to mend   remove it',
    ].join('\n'),
  ],
  [
    'brackets without end',
    (c) => c.write(luzon, '['.repeat(100_000)),
    [
      'config/vendors/luzon.yaml:1:1 CFG-YAML',
      '  got       values nested hundreds of levels deep',
      '  expected  the few levels of this kind of file',
      '  to mend   check that this is the file you meant',
    ].join('\n'),
  ],
  [
    'a list at the top',
    (c) => c.write(luzon, '- vendor: luzon\n'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-WRONG-TYPE',
      '  got       the file: a list of 1',
      '  expected  a mapping of fields',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'an empty file',
    (c) => c.write(luzon, ''),
    [
      'config/vendors/luzon.yaml:1:1 CFG-EMPTY',
      '  got       an empty file',
      '  expected  the fields of this kind of file',
      '  to mend   fill it in, or delete it',
    ].join('\n'),
  ],
  [
    'a file of 10 MB',
    (c) => c.write(luzon, `# ${'x'.repeat(10_000_000)}`),
    [
      'config/vendors/luzon.yaml:1:1 CFG-TOO-LARGE',
      '  got       10000002 bytes',
      '  expected  at most 1048576 bytes',
      '  to mend   check that this is the file you meant; records belong here, documents do not',
    ].join('\n'),
  ],
  [
    'a byte order mark',
    (c) => c.write(luzon, '\uFEFFvendor: luzon\n'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-ENCODING',
      '  got       a byte order mark',
      '  expected  UTF-8 without one',
      '  to mend   save the file as UTF-8 without BOM',
    ].join('\n'),
  ],
  [
    'a file in Latin-1',
    (c) => c.write(luzon, Buffer.from('legalName: Caf\xe9\n', 'latin1')),
    [
      'config/vendors/luzon.yaml:1:1 CFG-ENCODING',
      '  got       bytes that are not UTF-8',
      '  expected  UTF-8 text',
      '  to mend   save the file as UTF-8',
    ].join('\n'),
  ],
  [
    'a file in UTF-16',
    (c) => c.write(luzon, Buffer.from('\uFEFFvendor: luzon\n', 'utf16le')),
    [
      'config/vendors/luzon.yaml:1:1 CFG-ENCODING',
      '  got       bytes that are not UTF-8',
      '  expected  UTF-8 text',
      '  to mend   save the file as UTF-8',
    ].join('\n'),
  ],
  [
    'a link out of the folder',
    (c) => c.link(luzon, '/etc/passwd'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-SYMLINK',
      '  got       a link to /etc/passwd',
      '  expected  a file inside the configuration folder',
      '  to mend   replace the link by the file itself',
    ].join('\n'),
  ],
  [
    'a link to nothing',
    (c) => c.link(luzon, 'nowhere'),
    [
      'config/vendors/luzon.yaml:1:1 CFG-NOT-FOUND',
      '  got       no such file',
      '  expected  a readable file',
      '  to mend   create it, or mend the path',
    ].join('\n'),
  ],
  [
    'a folder instead of a file',
    (c) => c.folder(luzon),
    [
      'config/vendors/luzon.yaml:1:1 CFG-NOT-A-FILE',
      '  got       something that is not a file',
      '  expected  a text file',
      '  to mend   remove or rename it',
    ].join('\n'),
  ],
  [
    'another extension',
    (c) => c.write('vendors/third.yml', ''),
    [
      'config/vendors/third.yml:1:1 CFG-FILE-NAME',
      '  got       third.yml',
      '  expected  files named <vendor>.yaml only',
      '  to mend   rename or remove it',
    ].join('\n'),
  ],
  [
    'a country that does not exist',
    (c) => c.replace(luzon, 'origins: [US-NY]', 'origins: [XQ]'),
    [
      'config/vendors/luzon.yaml:23:15 CFG-COUNTRY',
      '  got       origins: "XQ"',
      '  expected  an ISO 3166 code such as GB, IN or US-NY',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a person listed twice',
    (c) => c.replace(luzon, 'id: p-0f8a22', 'id: p-0f8a21'),
    [
      'config/vendors/luzon.yaml:244:9 CFG-DUPLICATE-ID',
      '  got       person p-0f8a21, already at config/vendors/luzon.yaml:210',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
    ].join('\n'),
  ],
  [
    'a person of another vendor',
    (c) => c.replace(luzon, 'id: p-0f8a22', 'id: p-51ce08'),
    [
      'config/vendors/meridian.yaml:227:9 CFG-DUPLICATE-ID',
      '  got       person p-51ce08, already at config/vendors/luzon.yaml:244',
      '  expected  each person once, with all assignments',
      '  to mend   merge the two entries',
    ].join('\n'),
  ],
  [
    'an assignment to a matter of another vendor',
    (c) => c.replace(luzon, /- matter: m-58d7b2/, '- matter: m-7f3a9c'),
    [
      'config/vendors/luzon.yaml:273:17 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-7f3a9c',
      '  expected  a matter that is listed in this file',
      '  to mend   mend the id, or add what it names',
    ].join('\n'),
  ],
  [
    'a site that is not registered',
    (c) => c.replace(luzon, '    site: s-3e90', '    site: s-3e91'),
    [
      'config/vendors/luzon.yaml:213:11 CFG-UNKNOWN-REFERENCE',
      '  got       site s-3e91',
      '  expected  a site that is listed in diligence.sites',
      '  to mend   mend the id, or add what it names',
    ].join('\n'),
  ],
  [
    'a party that is not in the register',
    (c) => c.replace(luzon, /client: \[y-[0-9a-f]+\]/, 'client: [y-000000000000]'),
    [
      'config/vendors/luzon.yaml:35:25 CFG-UNKNOWN-REFERENCE',
      '  got       party y-000000000000',
      '  expected  a party that is listed in config/conflicts.yaml',
      '  to mend   mend the id, or add what it names',
    ].join('\n'),
  ],
  [
    'dates in the wrong order',
    (c) => c.replace(luzon, 'signedOn: 2026-10-12', 'signedOn: 2028-10-12'),
    [
      'config/vendors/luzon.yaml:181:14 CFG-DATE-ORDER',
      '  got       expiresOn: 2028-10-11, before signedOn: 2028-10-12',
      '  expected  expiresOn on or after signedOn',
      '  to mend   mend one of the two dates',
    ].join('\n'),
  ],
  [
    'a signature with a two-digit year',
    (c) => c.replace(luzon, 'signedOn: 2026-10-12', 'signedOn: 12.10.26'),
    [
      'config/vendors/luzon.yaml:180:13 CFG-DATE',
      '  got       signedOn: "12.10.26"',
      '  expected  a calendar date such as 2027-06-30',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a name where an opaque id belongs',
    (c) => c.replace(luzon, 'id: p-0f8a21', 'id: juan-dela-cruz'),
    [
      'config/vendors/luzon.yaml:210:9 CFG-PATTERN',
      '  got       id: "juan-dela-cruz"',
      '  expected  p- and 6 to 12 hexadecimal digits',
      '  to mend   replace the value',
    ].join('\n'),
  ],
  [
    'a wall that names a matter that does not exist',
    (c) => c.replace('conflicts.yaml', 'walls: []', wall),
    [
      'config/conflicts.yaml:60:45 CFG-UNKNOWN-REFERENCE',
      '  got       matter m-ffffff',
      '  expected  a matter that is listed in a vendor file',
      '  to mend   mend the id, or add what it names',
    ].join('\n'),
  ],
  [
    'a law file for a place that has one',
    (c) => c.write('law/uk.yaml', readFileSync(c.file('law/gb.yaml'))),
    [
      'config/law/uk.yaml:3:7 CFG-DUPLICATE-ID',
      '  got       GB, already in config/law/gb.yaml:3',
      '  expected  each place in one file',
      '  to mend   remove it from one of the two',
      'config/law/uk.yaml:3:7 CFG-FILE-NAME',
      '  got       code: GB in uk.yaml',
      '  expected  the file gb.yaml',
      '  to mend   rename the file, or mend the code',
    ].join('\n'),
  ],
  [
    'an overlay without data classes',
    (c) => c.replace('law/us-fed-fin.yaml', /appliesTo:\n.*\n/, ''),
    [
      'config/law/us-fed-fin.yaml:6:7 CFG-LAW-KIND',
      '  got       kind: overlay without appliesTo',
      '  expected  appliesTo for an overlay, and for nothing else',
      '  to mend   add or remove appliesTo',
    ].join('\n'),
  ],
  [
    'no law',
    (c) => c.folder('law'),
    [
      'config/law:1:1 CFG-NO-JURISDICTION',
      '  got       an empty folder',
      '  expected  at least one file <jurisdiction>.yaml',
      '  to mend   write one',
    ].join('\n'),
  ],
  [
    'no conflict register',
    (c) => c.drop('conflicts.yaml'),
    [
      'config/conflicts.yaml:1:1 CFG-NOT-FOUND',
      '  got       no such file',
      '  expected  a readable file',
      '  to mend   create it, or mend the path',
    ].join('\n'),
  ],
  [
    'no organization file',
    (c) => c.drop('organization.yaml'),
    [
      'config/organization.yaml:1:1 CFG-NOT-FOUND',
      '  got       no such file',
      '  expected  a readable file',
      '  to mend   create it, or mend the path',
    ].join('\n'),
  ],
  [
    'no vendors folder',
    (c) => c.drop('vendors'),
    [
      'config/vendors:1:1 CFG-NOT-FOUND',
      '  got       no such folder',
      '  expected  a folder with one YAML file for each vendor',
      '  to mend   create it, or name the right configuration folder',
    ].join('\n'),
  ],
  [
    'an empty vendors folder',
    (c) => c.folder('vendors'),
    [
      'config/vendors:1:1 CFG-NO-VENDOR',
      '  got       an empty folder',
      '  expected  at least one file <vendor>.yaml',
      '  to mend   write one',
    ].join('\n'),
  ],
];

describe('bad configuration', () => {
  let folder: ConfigFolder;
  beforeEach(() => {
    folder = new ConfigFolder();
  });
  afterEach(() => folder.remove());

  test.each(cases)('%s', (_name, spoil, message) => {
    spoil(folder);
    expect(folder.messages()).toBe(message);
  });
});
