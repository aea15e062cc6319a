import { found, type RuleCase } from '../draft.ts';

export const governanceCases: RuleCase[] = [
  {
    rule: 'GOV-R01',
    name: 'high-risk data without an impact assessment',
    bad: (d) => {
      d.bankruptcy.impactAssessment = undefined;
    },
    good: (d) => {
      d.bankruptcy.impactAssessment = undefined;
      d.bankruptcy.dataClasses = ['CONFIDENTIAL_COMMERCIAL'];
    },
  },
  {
    rule: 'GOV-R01',
    name: 'an impact assessment past its review',
    bad: (d) => {
      found(d.deal.impactAssessment).nextReview = '2026-11-20';
    },
    good: (d) => {
      found(d.deal.impactAssessment).nextReview = '2026-11-21';
    },
  },
  {
    rule: 'GOV-R02',
    name: 'a client who was not asked',
    bad: (d) => {
      d.deal.clientAuthority = undefined;
    },
    good: (d) => {
      found(d.deal.clientAuthority).date = '2026-11-21';
    },
  },
  {
    rule: 'GOV-R02',
    name: 'an authority that comes later',
    bad: (d) => {
      found(d.deal.clientAuthority).date = '2026-11-22';
    },
    good: (d) => {
      found(d.deal.clientAuthority).date = '2026-11-21';
    },
  },
  {
    rule: 'GOV-R03',
    name: 'no supervising lawyer',
    bad: (d) => {
      d.deal.supervision = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'GOV-R03',
    name: 'supervision that is overdue',
    bad: (d) => {
      Object.assign(found(d.deal.supervision), { everyDays: 30, lastReview: '2026-10-21' });
    },
    good: (d) => {
      Object.assign(found(d.deal.supervision), { everyDays: 30, lastReview: '2026-10-22' });
    },
  },
  {
    rule: 'GOV-R03',
    name: 'a supervisor who is not on the matter',
    bad: (d) => {
      found(d.deal.supervision).lawyer = 'p-9d2f71';
    },
    good: (d) => {
      found(d.deal.supervision).lawyer = 'p-3a10c4';
    },
  },
  {
    rule: 'GOV-R04',
    name: 'no crisis plan',
    bad: (d) => {
      d.luzon.crisisPlan = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'GOV-R04',
    name: 'a drill that is overdue',
    bad: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { drillEveryDays: 90, drilledOn: '2026-08-22' });
    },
    good: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { drillEveryDays: 90, drilledOn: '2026-08-23' });
    },
  },
  {
    rule: 'GOV-R06',
    name: 'a drill of the switch that is overdue',
    bad: (d) => {
      const killSwitchDrill = { on: '2026-08-22', manifestSha256: 'a'.repeat(64) };
      Object.assign(found(d.luzon.crisisPlan), { drillEveryDays: 90, killSwitchDrill });
    },
    good: (d) => {
      const killSwitchDrill = { on: '2026-08-23', manifestSha256: 'a'.repeat(64) };
      Object.assign(found(d.luzon.crisisPlan), { drillEveryDays: 90, killSwitchDrill });
    },
  },
  {
    rule: 'GOV-R06',
    name: 'a drill of the switch in the future',
    bad: (d) => {
      Object.assign(found(d.luzon.crisisPlan), {
        killSwitchDrill: { on: '2026-11-22', manifestSha256: 'a'.repeat(64) },
      });
    },
    good: (d) => {
      Object.assign(found(d.luzon.crisisPlan), {
        killSwitchDrill: { on: '2026-11-21', manifestSha256: 'a'.repeat(64) },
      });
    },
  },
  {
    rule: 'GOV-R06',
    name: 'a first drill that was not held',
    bad: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { killSwitchDrill: { firstDueBy: '2026-11-20' } });
    },
    good: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { killSwitchDrill: { firstDueBy: '2026-11-21' } });
    },
  },
  {
    rule: 'GOV-R06',
    name: 'a first drill that is put off',
    bad: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { killSwitchDrill: { firstDueBy: '2027-02-22' } });
    },
    good: (d) => {
      Object.assign(found(d.luzon.crisisPlan), { killSwitchDrill: { firstDueBy: '2027-02-21' } });
    },
  },
  {
    rule: 'GOV-R04',
    name: 'a country of access without counsel',
    bad: (d) => d.bankruptcy.accessCountries.push('SG'),
    good: (d) => {
      d.bankruptcy.accessCountries.push('SG');
      found(d.luzon.crisisPlan?.counsel[0]).countries.push('SG');
    },
  },
  {
    rule: 'GOV-R04',
    name: 'a contact nobody has called for long',
    bad: (d) => {
      Object.assign(found(d.luzon.crisisPlan?.counsel[0]), {
        verifiedOn: '2026-05-24',
        verifyEveryDays: 180,
      });
    },
    good: (d) => {
      Object.assign(found(d.luzon.crisisPlan?.counsel[0]), {
        verifiedOn: '2026-05-25',
        verifyEveryDays: 180,
      });
    },
  },
  {
    rule: 'GOV-R05',
    name: 'a law without a notice',
    bad: (d) => {
      found(d.luzon.crisisPlan).notices = [];
    },
    good: (d) => {
      d.luzon.crisisPlan = undefined; // GOV-R04 asks for it
    },
    says: 'no notice for PH',
  },
  {
    rule: 'GOV-R05',
    name: 'an origin whose law has no counsel',
    bad: (d) => {
      d.deal.origins.push('BR');
      found(d.meridian.crisisPlan).notices[0]?.laws.push('BR');
    },
    good: (d) => {
      d.deal.origins.push('BR');
      found(d.meridian.crisisPlan).notices[0]?.laws.push('BR');
      found(d.meridian.crisisPlan?.counsel[0]).countries.push('BR');
    },
    says: 'no counsel for BR',
  },
];
