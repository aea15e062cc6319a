import type { Draft } from '../draft.ts';
import { approval, found, type RuleCase } from '../draft.ts';

const diligence = (draft: Draft) => found(draft.luzon.diligence);
const record = (draft: Draft, topic: string) =>
  found(diligence(draft).records.find((one) => one.topic === topic));
const contract = (draft: Draft) => found(draft.luzon.contract);
const without = (draft: Draft, clause: string) => {
  contract(draft).clauses = contract(draft).clauses.filter((one) => one !== clause);
};

export const diligenceCases: RuleCase[] = [
  {
    rule: 'DUE-R01',
    name: 'no diligence at all',
    bad: (d) => {
      d.luzon.diligence = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'DUE-R01',
    name: 'a question nobody asked',
    bad: (d) => {
      diligence(d).records = diligence(d).records.filter(({ topic }) => topic !== 'conflict-system');
    },
    good: (d) => {
      diligence(d).records.reverse();
    },
    says: 'conflict-system',
  },
  {
    rule: 'DUE-R02',
    name: 'an answer that has expired',
    bad: (d) => {
      record(d, 'insurance').expiresOn = '2026-11-20';
    },
    good: (d) => {
      record(d, 'insurance').expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'DUE-R02',
    name: 'an answer older than the tier allows, whatever it says of its expiry',
    bad: (d) => {
      Object.assign(record(d, 'security'), { date: '2025-11-19', expiresOn: '2030-01-01' });
    },
    good: (d) => {
      Object.assign(record(d, 'security'), { date: '2025-11-20', expiresOn: '2030-01-01' });
    },
  },
  {
    rule: 'DUE-R02',
    name: 'a restricted vendor is asked twice a year',
    bad: (d) => {
      diligence(d).riskTier = 'restricted';
      record(d, 'security').date = '2026-05-21';
    },
    good: (d) => {
      diligence(d).riskTier = 'restricted';
      record(d, 'security').date = '2026-05-22';
    },
  },
  {
    rule: 'DUE-R03',
    name: 'an adverse answer nobody accepted',
    bad: (d) => {
      record(d, 'finances').outcome = 'adverse';
    },
    good: (d) => {
      record(d, 'finances').outcome = 'adverse';
      record(d, 'finances').acceptance = { ...approval, approver: 'p-c2d94e' };
    },
  },
  {
    rule: 'DUE-R03',
    name: 'an adverse answer accepted by who took it',
    bad: (d) => {
      record(d, 'finances').outcome = 'adverse';
      record(d, 'finances').acceptance = { ...approval, approver: record(d, 'finances').approver };
    },
    good: (d) => {
      record(d, 'finances').acceptance = { ...approval, approver: record(d, 'finances').approver };
    },
  },
  {
    rule: 'DUE-R04',
    name: 'a single reference',
    bad: (d) => {
      diligence(d).references = diligence(d).references.slice(0, 1);
    },
    good: (d) => diligence(d).references.push({ id: 'ref-3', date: '2026-10-10' }),
  },
  {
    rule: 'DUE-R05',
    name: 'no contract',
    bad: (d) => {
      d.luzon.contract = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'DUE-R05',
    name: 'a contract that has expired',
    bad: (d) => {
      contract(d).expiresOn = '2026-11-20';
    },
    good: (d) => {
      contract(d).expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'DUE-R06',
    name: 'a clause every contract needs',
    bad: (d) => without(d, 'audit-rights'),
    good: (d) => without(d, 'regulator-inspection'),
  },
  {
    rule: 'DUE-R06',
    name: 'a clause UK law asks for',
    bad: (d) => {
      found(d.meridian.contract).clauses = found(d.meridian.contract).clauses.filter(
        (clause) => clause !== 'subprocessor-consent',
      );
    },
    good: (d) => without(d, 'subprocessor-consent'), // New York does not ask for it
  },
  {
    rule: 'DUE-R06',
    name: 'a clause whose source nobody read only warns',
    severity: 'medium',
    bad: (d) => {
      found(d.meridian.contract).clauses = found(d.meridian.contract).clauses.filter(
        (clause) => clause !== 'regulator-inspection',
      );
    },
    good: () => undefined,
  },
  {
    rule: 'DUE-R06',
    name: 'health data without a business associate agreement',
    bad: (d) => d.bankruptcy.dataClasses.push('PHI'),
    good: (d) => {
      d.bankruptcy.dataClasses.push('PHI');
      contract(d).clauses.push('hipaa-business-associate');
    },
  },
  {
    rule: 'DUE-R06',
    name: 'Californian data without a service provider clause',
    bad: (d) => d.bankruptcy.origins.push('US-CA'),
    good: (d) => {
      d.bankruptcy.origins.push('US-CA');
      contract(d).clauses.push('ccpa-service-provider');
    },
  },
  {
    rule: 'DUE-R07',
    name: 'a site whose attestation has expired',
    bad: (d) => {
      found(diligence(d).sites[0]).attestation.expiresOn = '2026-11-20';
    },
    good: (d) => {
      found(diligence(d).sites[0]).attestation.expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'DUE-R07',
    name: 'no site',
    bad: (d) => {
      diligence(d).sites = [];
    },
    good: () => undefined,
  },
  {
    rule: 'DUE-R08',
    name: 'a sub-processor where access was not assessed',
    bad: (d) =>
      diligence(d).subprocessors.push({
        id: 'sub-1',
        country: 'VN',
        approvedOn: '2026-01-01',
        approver: 'p-60b3f5',
      }),
    good: (d) =>
      diligence(d).subprocessors.push({
        id: 'sub-1',
        country: 'PH',
        approvedOn: '2026-01-01',
        approver: 'p-60b3f5',
      }),
  },
  {
    rule: 'DUE-R08',
    name: 'a sub-processor that is not approved yet',
    bad: (d) =>
      diligence(d).subprocessors.push({
        id: 'sub-1',
        country: 'PH',
        approvedOn: '2026-11-22',
        approver: 'p-60b3f5',
      }),
    good: (d) =>
      diligence(d).subprocessors.push({
        id: 'sub-1',
        country: 'PH',
        approvedOn: '2026-11-21',
        approver: 'p-60b3f5',
      }),
  },
];
