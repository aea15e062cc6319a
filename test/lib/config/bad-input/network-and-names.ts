import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';

/** Ranges, zones, groups and physical names. */
export const networkAndNames: readonly BadInput[] = [
  {
    name: 'a retention out of range',
    spoil: (c) => c.replace(luzon, 'retentionDays: 1827', 'retentionDays: 7'),
    message: `
      config/vendors/luzon.yaml:33:20 CFG-OUT-OF-RANGE
        got       retentionDays: 7
        expected  at least 30
        fix       choose a value inside the limits
    `,
  },
  {
    name: 'a zone outside the region',
    spoil: (c) => c.replace(luzon, 'us-east-1b', 'us-east-2b'),
    message: `
      config/vendors/luzon.yaml:9:33 CFG-ZONE-OUTSIDE-REGION
        got       us-east-2b
        expected  a zone of us-east-1, for example us-east-1a
        fix       replace the zone, or the region
    `,
  },
  {
    name: 'one zone twice',
    spoil: (c) => c.replace(luzon, 'us-east-1b', 'us-east-1a'),
    message: `
      config/vendors/luzon.yaml:9:33 CFG-DUPLICATE-ID
        got       us-east-1a twice in availabilityZones
        expected  each entry once
        fix       remove one of the two
    `,
  },
  {
    name: 'recovery in the region itself',
    spoil: (c) => c.replace(luzon, 'recoveryRegion: us-west-2', 'recoveryRegion: us-east-1'),
    message: `
      config/vendors/luzon.yaml:8:17 CFG-SAME-REGION
        got       us-east-1, the region itself
        expected  another region of the same jurisdiction
        fix       choose one, or remove the field to keep copies in the region
    `,
  },
  {
    name: 'a range that is not a range',
    spoil: (c) => c.replace(luzon, '10.30.0.0/22', '10.300.0.0/22'),
    message: `
      config/vendors/luzon.yaml:12:12 CFG-CIDR
        got       vpcCidr: "10.300.0.0/22"
        expected  an IPv4 range such as 10.20.0.0/22
        fix       replace the value
    `,
  },
  {
    name: 'a range off its boundary',
    spoil: (c) => c.replace(luzon, '10.30.0.0/22', '10.30.1.0/22'),
    message: `
      config/vendors/luzon.yaml:12:12 CFG-CIDR
        got       10.30.1.0/22
        expected  an address on the boundary: 10.30.0.0/22
        fix       write 10.30.0.0/22
    `,
  },
  {
    name: 'a public range',
    spoil: (c) => c.replace(luzon, '10.30.0.0/22', '172.32.0.0/22'),
    message: `
      config/vendors/luzon.yaml:12:12 CFG-CIDR-PUBLIC
        got       172.32.0.0/22
        expected  a range inside 10/8, 172.16/12 or 192.168/16
        fix       choose a private range
    `,
  },
  {
    name: 'a VPC range that is too large',
    spoil: (c) => c.replace(luzon, '10.30.0.0/22', '10.32.0.0/16'),
    message: `
      config/vendors/luzon.yaml:12:12 CFG-CIDR-SIZE
        got       10.32.0.0/16
        expected  a range between /20 and /24
        fix       choose another prefix length
    `,
  },
  {
    name: 'a client range that is too small',
    spoil: (c) => c.replace(luzon, '10.130.0.0/22', '10.130.0.0/24'),
    message: `
      config/vendors/luzon.yaml:13:15 CFG-CIDR-SIZE
        got       10.130.0.0/24
        expected  a range between /12 and /22
        fix       choose another prefix length
    `,
  },
  {
    name: 'a range of another vendor',
    spoil: (c) => c.replace(luzon, '10.30.0.0/22', '10.20.0.0/21'),
    message: `
      config/vendors/meridian.yaml:11:12 CFG-CIDR-OVERLAP
        got       10.20.0.0/22, which overlaps 10.20.0.0/21 at config/vendors/luzon.yaml:12
        expected  a range that no other network uses
        fix       choose a free range for one of the two
    `,
  },
  {
    name: 'a vendor whose two ranges overlap',
    spoil: (c) => c.replace(luzon, '10.130.0.0/22', '10.30.0.0/20'),
    message: `
      config/vendors/luzon.yaml:12:12 CFG-CIDR-OVERLAP
        got       10.30.0.0/22, which overlaps 10.30.0.0/20 at config/vendors/luzon.yaml:13
        expected  a range that no other network uses
        fix       choose a free range for one of the two
    `,
  },
  {
    name: 'a group shared by two matters',
    spoil: (c) =>
      c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000001', '8a2dc90e-0000-4000-8000-000000000001'),
    message: `
      config/vendors/luzon.yaml:51:17 CFG-SHARED-GROUP
        got       group 8a2dc90e-0000-4000-8000-000000000001, already reviewer of m-c90e15 at config/vendors/luzon.yaml:26
        expected  a group of its own for reviewer of m-58d7b2
        fix       create another group in the identity provider
    `,
  },
  {
    name: 'a group shared by two functions',
    spoil: (c) =>
      c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000004', '8a2d58d7-0000-4000-8000-000000000001'),
    message: `
      config/vendors/luzon.yaml:54:24 CFG-SHARED-GROUP
        got       group 8a2d58d7-0000-4000-8000-000000000001, already reviewer of m-58d7b2 at config/vendors/luzon.yaml:51
        expected  a group of its own for releaseApprover of m-58d7b2
        fix       create another group in the identity provider
    `,
  },
  {
    name: 'a group shared by two vendors',
    spoil: (c) =>
      c.replace(luzon, '8a2d58d7-0000-4000-8000-000000000001', '5f1c7f3a-0000-4000-8000-000000000001'),
    message: `
      config/vendors/meridian.yaml:25:17 CFG-SHARED-GROUP
        got       group 5f1c7f3a-0000-4000-8000-000000000001, already reviewer of m-58d7b2 at config/vendors/luzon.yaml:51
        expected  a group of its own for reviewer of m-7f3a9c
        fix       create another group in the identity provider
    `,
  },
  {
    name: 'a role name that grows too long',
    spoil: (c) =>
      c.replace(
        'organization.yaml',
        'cdk-closedroom-cfn-exec-role-',
        'cdk-closedroom-cloudformation-execution-role-',
      ),
    message: `
      config/organization.yaml:16:11 CFG-NAME-TOO-LONG
        got       cdk-closedroom-cloudformation-execution-role-100000000001-eu-west-2, 67 characters
        expected  at most 64 characters once the placeholders are filled
        fix       shorten the name, for example by a shorter bootstrap qualifier
    `,
  },
  {
    name: 'an unknown placeholder',
    spoil: (c) => c.replace('organization.yaml', 'lpo-break-glass', 'lpo-break-glass-{vendor}'),
    message: `
      config/organization.yaml:18:15 CFG-PLACEHOLDER
        got       breakGlass: lpo-break-glass-{vendor}
        expected  the placeholders {account} and {region} only
        fix       replace {vendor}
    `,
  },
  {
    name: 'roles of another bootstrap',
    spoil: (c) =>
      c.replace('organization.yaml', 'bootstrapQualifier: closedroom', 'bootstrapQualifier: room2'),
    message: `
      config/organization.yaml:16:11 CFG-QUALIFIER
        got       deploy: cdk-closedroom-cfn-exec-role-{account}-{region}
        expected  cdk-room2-…, after bootstrapQualifier
        fix       write the qualifier that the accounts were bootstrapped with into both places
      config/organization.yaml:17:11 CFG-QUALIFIER
        got       lookup: cdk-closedroom-lookup-role-{account}-{region}
        expected  cdk-room2-…, after bootstrapQualifier
        fix       write the qualifier that the accounts were bootstrapped with into both places
    `,
  },
  {
    name: 'a legal name as an id',
    spoil: (c) =>
      c.replace(
        luzon,
        'legalName: Bayani Document Support Incorporated',
        'legalName: Immigration New York, Inc.',
      ),
    message: `
      config/vendors/luzon.yaml:6:8 CFG-NAME-IN-ID
        got       owner: immigration-newyork, which holds a word of the legal name
        expected  an id that names nobody
        fix       choose a code word or a random id
    `,
  },
];
