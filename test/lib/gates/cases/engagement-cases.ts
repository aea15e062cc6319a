import { approval, found, type RuleCase } from '../draft.ts';

export const engagementCases: RuleCase[] = [
  {
    rule: 'ENG-R01',
    name: 'content of a sensitive class kept too briefly',
    bad: (d) => {
      d.litigation.retentionDays = 1095;
    },
    good: (d) => {
      d.litigation.retentionDays = 1096;
    },
  },
  {
    rule: 'ENG-R02',
    name: 'logs kept more briefly than inside information asks for',
    bad: (d) => {
      d.organization.logRetentionDays = 1826;
    },
    good: (d) => {
      d.organization.logRetentionDays = 1827;
    },
  },
  {
    rule: 'ENG-R02',
    name: 'logs kept more briefly than a law on the matter asks for',
    bad: (d) => {
      found(d.law('IN').retention[0]).days = 2558;
    },
    good: (d) => {
      found(d.law('IN').retention[0]).days = 2557;
    },
    says: '2557 days',
  },
  {
    rule: 'ENG-R02',
    name: 'a retention marked L warns',
    severity: 'medium',
    bad: (d) => {
      Object.assign(found(d.law('IN').retention[0]), { days: 2558, confidence: 'L' });
    },
    good: (d) => {
      Object.assign(found(d.law('IN').retention[1]), { days: 2558 }); // not in force yet
    },
  },
  {
    rule: 'ENG-R03',
    name: 'card data in the clear',
    bad: (d) => d.bankruptcy.dataClasses.push('CARDHOLDER'),
    good: (d) => {
      d.bankruptcy.dataClasses.push('CARDHOLDER');
      d.bankruptcy.cardholderTokenised = approval;
    },
  },
  {
    rule: 'ENG-R04',
    name: 'a vendor diligenced below its matters',
    bad: (d) => {
      found(d.luzon.diligence).riskTier = 'standard';
    },
    good: (d) => {
      found(d.luzon.diligence).riskTier = 'restricted';
    },
  },
  {
    rule: 'ENG-R05',
    name: 'source code nobody classified',
    bad: (d) => d.deal.dataClasses.push('SOURCE_CODE'),
    good: (d) => {
      d.deal.dataClasses.push('SOURCE_CODE');
      d.deal.exportClassification = approval;
    },
  },
  {
    rule: 'ENG-R06',
    name: 'a class that asks for a second approver, and no group for one',
    bad: (d) => {
      delete d.bankruptcy.groups.secondApprover;
    },
    good: (d) => {
      d.bankruptcy.type = 'contract';
      d.bankruptcy.dataClasses = ['PII_BASIC'];
      delete d.bankruptcy.groups.secondApprover;
    },
    says: 'no group for secondApprover',
  },
];
