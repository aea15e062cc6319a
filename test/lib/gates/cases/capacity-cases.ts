import { grownVendor } from '../../../support/grown-vendor.ts';
import type { Draft, RuleCase } from '../draft.ts';

const grow = (d: Draft, matters: number, people = 0): void => {
  Object.assign(d.meridian, grownVendor(d.meridian, { matters, people }));
};

export const capacityCases: RuleCase[] = [
  {
    rule: 'CAP-R01',
    name: 'more zones than GuardDuty scans in an account',
    bad: (d) => grow(d, 17),
    good: (d) => grow(d, 16),
    says: 'guardduty-malware-protected-buckets: 26 buckets, account 200000000001, eu-west-2',
  },
  {
    rule: 'CAP-R01',
    name: 'a quota that the firm knows to be lower than usual',
    bad: (d) => {
      d.organization.quotas = [
        { quota: 'iam-saml-providers', account: '200000000001', value: 1, reason: 'a new account' },
      ];
    },
    good: (d) => {
      d.organization.quotas = [
        { quota: 'iam-saml-providers', account: '200000000001', value: 2, reason: 'a new account' },
      ];
    },
    says: 'iam-saml-providers: 2 providers, account 200000000001',
  },
  {
    rule: 'CAP-R01',
    name: 'settings of the kill switch that no function takes',
    bad: (d) => {
      d.organization.quotas = [{ quota: 'lambda-environment', value: 500, reason: 'to see it refused' }];
    },
    good: (d) => {
      d.organization.quotas = [{ quota: 'lambda-environment', value: 800, reason: 'to see it accepted' }];
    },
    says: 'settings of the kill switch',
  },
  {
    rule: 'CAP-R01',
    name: 'a figure that nobody read at AWS, which only warns',
    bad: (d) => {
      d.organization.quotas = [{ quota: 'cloudwatch-alarms', value: 3, reason: 'to see it warn' }];
    },
    good: (d) => {
      d.organization.quotas = [{ quota: 'cloudwatch-alarms', value: 300, reason: 'to see it accepted' }];
    },
    severity: 'medium',
  },
  {
    rule: 'CAP-R02',
    name: 'quotas past their review',
    bad: (d) => Object.assign(d.config.quotas[0] ?? {}, { reviewBy: '2026-11-20' }),
    good: (d) => Object.assign(d.config.quotas[0] ?? {}, { reviewBy: '2026-12-22' }),
  },
  {
    rule: 'CAP-R02',
    name: 'quotas whose review is near',
    bad: (d) => Object.assign(d.config.quotas[0] ?? {}, { reviewBy: '2026-11-21' }),
    good: (d) => Object.assign(d.config.quotas[0] ?? {}, { reviewBy: '2026-12-22' }),
    severity: 'medium',
    says: 'is due on 2026-11-21',
  },
];
