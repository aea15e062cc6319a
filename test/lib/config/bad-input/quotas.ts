import type { ConfigFolder } from '../config-folder.ts';
import type { BadInput } from './bad-input.ts';

const organization = 'organization.yaml';
const raised = (c: ConfigFolder, entry: string) =>
  c.replace(organization, /quotas:\n(.*\n)*$/, `quotas:\n  - ${entry}\n`);

/** Quotas that the firm says it had raised. */
export const quotas: readonly BadInput[] = [
  {
    name: 'a quota that nobody knows',
    spoil: (c) => raised(c, '{ quota: iam-rolls, value: 2000 }'),
    message: `
      config/organization.yaml:50:14 CFG-UNKNOWN-REFERENCE
        got       quota: iam-rolls
        expected  iam-roles
        fix       correct the id, or remove the entry
    `,
  },
  {
    name: 'a raise of what AWS raises for nobody',
    spoil: (c) => raised(c, '{ quota: guardduty-malware-protected-buckets, value: 50 }'),
    message: `
      config/organization.yaml:50:58 CFG-QUOTA-FIXED
        got       value: 50
        expected  at most 25: AWS raises guardduty-malware-protected-buckets for nobody
        fix       remove the entry
    `,
  },
  {
    name: 'a raise further than AWS goes',
    spoil: (c) => raised(c, '{ quota: iam-roles, value: 20000 }'),
    message: `
      config/organization.yaml:50:32 CFG-QUOTA-FIXED
        got       value: 20000
        expected  at most 10000, as far as AWS raises iam-roles
        fix       write what Service Quotas shows as applied
    `,
  },
  {
    name: 'less than everybody gets, and no reason',
    spoil: (c) => raised(c, '{ quota: iam-roles, value: 500 }'),
    message: `
      config/organization.yaml:50:32 CFG-QUOTA-BELOW-DEFAULT
        got       value: 500 without a reason
        expected  at least 1000, which AWS grants to everybody, or a reason
        fix       correct the figure, or add "reason"
    `,
  },
  {
    name: 'a raise in an account of nobody, and in a Region of a quota that has none',
    spoil: (c) => raised(c, '{ quota: iam-roles, value: 2000, account: "999999999999", region: eu-west-2 }'),
    message: `
      config/organization.yaml:50:47 CFG-UNKNOWN-REFERENCE
        got       account: 999999999999
        expected  an account of organization.yaml or of a vendor
        fix       correct the account, or remove the entry
      config/organization.yaml:50:71 CFG-QUOTA-PLACE
        got       region: eu-west-2 for iam-roles, a quota per account
        expected  no region
        fix       remove the field
    `,
  },
  {
    name: 'one raise twice',
    spoil: (c) => raised(c, '{ quota: iam-roles, value: 2000 }\n  - { quota: iam-roles, value: 3000 }'),
    message: `
      config/organization.yaml:51:14 CFG-DUPLICATE-ID
        got       iam-roles, already at config/organization.yaml:50
        expected  one figure for each quota, account and Region
        fix       remove one of the two
    `,
  },
];
