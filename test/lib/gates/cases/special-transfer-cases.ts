import { approval, type Draft, found, type RuleCase } from '../draft.ts';

const invention = (draft: Draft) => {
  draft.bankruptcy.dataClasses.push('UNPUBLISHED_INVENTION');
  draft.bankruptcy.secrecyOrder = false;
};
const clearance = { id: 'bis-1', date: '2026-10-01', expiresOn: '2027-10-01' };
const health = (draft: Draft) => {
  draft.bankruptcy.dataClasses.push('PHI');
  draft.bankruptcy.medicareOrMedicaid = false;
};
const itar = (draft: Draft) => {
  draft.luzon.region = 'us-gov-west-1';
  draft.bankruptcy.dataClasses.push('EXPORT_ITAR');
  draft.bankruptcy.accessCountries = ['US'];
  found(draft.luzon.diligence).sites = [];
  for (const person of draft.luzon.people) person.usPerson = 'attested';
};

/** Bulk data, export control, national specialities, clocks and regions. */
export const specialTransferCases: RuleCase[] = [
  {
    rule: 'JUR-R09',
    name: 'persons nobody counted',
    bad: (d) => {
      d.bankruptcy.dataSubjects = undefined;
    },
    good: (d) => {
      d.bankruptcy.dataSubjects = { PII_GOV_ID: 0, PII_FINANCIAL: 0 };
    },
  },
  {
    rule: 'JUR-R09',
    name: 'over the threshold with somebody of unknown status',
    bad: (d) => {
      d.bankruptcy.dataSubjects = { PII_GOV_ID: 0, PII_FINANCIAL: 10_001 };
      found(d.luzon.people[0]).coveredPerson = 'unknown';
    },
    good: (d) => {
      d.bankruptcy.dataSubjects = { PII_GOV_ID: 0, PII_FINANCIAL: 10_000 };
      found(d.luzon.people[0]).coveredPerson = 'unknown';
    },
  },
  {
    rule: 'JUR-R09',
    name: 'the total over two matters counts',
    bad: (d) => {
      d.bankruptcy.dataClasses.push('BIOMETRIC');
      found(d.bankruptcy.dataSubjects).BIOMETRIC = 361;
      found(d.luzon.diligence).ownership.coveredPerson = 'unknown';
    },
    good: (d) => {
      d.bankruptcy.dataClasses.push('BIOMETRIC');
      found(d.bankruptcy.dataSubjects).BIOMETRIC = 360;
      found(d.luzon.diligence).ownership.coveredPerson = 'unknown';
    },
    says: '1001 persons',
  },
  {
    rule: 'JUR-R10',
    name: 'ITAR data outside the government partition',
    bad: (d) => {
      itar(d);
      d.luzon.region = 'us-east-1';
    },
    good: itar,
  },
  {
    rule: 'JUR-R10',
    name: 'ITAR data seen from abroad',
    bad: (d) => {
      itar(d);
      d.bankruptcy.accessCountries = ['US', 'PH'];
    },
    good: itar,
  },
  {
    rule: 'JUR-R10',
    name: 'ITAR data and a person who is not an attested US person',
    bad: (d) => {
      itar(d);
      found(d.luzon.people[2]).usPerson = 'no';
    },
    good: itar,
  },
  {
    rule: 'JUR-R11',
    name: 'an invention seen from abroad without a clearance',
    bad: invention,
    good: (d) => {
      invention(d);
      d.bankruptcy.exportClearance = clearance;
    },
  },
  {
    rule: 'JUR-R11',
    name: 'a clearance that has expired',
    bad: (d) => {
      invention(d);
      d.bankruptcy.exportClearance = { ...clearance, expiresOn: '2026-11-20' };
    },
    good: (d) => {
      invention(d);
      d.bankruptcy.exportClearance = { ...clearance, expiresOn: '2026-11-21' };
    },
  },
  {
    rule: 'JUR-R11',
    name: 'a secrecy order',
    bad: (d) => {
      invention(d);
      d.bankruptcy.exportClearance = clearance;
      d.bankruptcy.secrecyOrder = true;
    },
    good: (d) => {
      invention(d);
      d.bankruptcy.accessCountries = ['US'];
    },
  },
  {
    rule: 'JUR-R11',
    name: 'technology under the EAR',
    bad: (d) => d.bankruptcy.dataClasses.push('EXPORT_EAR'),
    good: (d) => {
      d.bankruptcy.dataClasses.push('EXPORT_EAR');
      d.bankruptcy.exportClearance = clearance;
    },
  },
  {
    rule: 'JUR-R12',
    name: "a German lawyer's secrets in India",
    bad: (d) => d.litigation.origins.push('DE'),
    good: (d) => {
      d.litigation.origins.push('DE');
      d.litigation.secrecyUndertaking = approval;
    },
  },
  {
    rule: 'JUR-R13',
    name: 'Quebec without an assessment',
    bad: (d) => d.litigation.origins.push('CA-QC'),
    good: (d) => {
      d.litigation.origins.push('CA-QC');
      d.litigation.quebecAssessment = approval;
    },
  },
  {
    rule: 'JUR-R13',
    name: 'sensitive South African data without an authorisation',
    bad: (d) => {
      d.immigration.origins.push('ZA');
    },
    good: (d) => {
      d.immigration.origins.push('ZA');
      d.immigration.section57Authorisation = approval;
    },
  },
  {
    rule: 'JUR-R14',
    name: 'health data offshore, Medicare or Medicaid not said',
    bad: (d) => {
      health(d);
      d.bankruptcy.medicareOrMedicaid = undefined;
    },
    good: health,
  },
  {
    rule: 'JUR-R14',
    name: 'Medicare data offshore without the consent of the plan',
    bad: (d) => {
      health(d);
      d.bankruptcy.medicareOrMedicaid = true;
    },
    good: (d) => {
      health(d);
      d.bankruptcy.medicareOrMedicaid = true;
      d.bankruptcy.planConsent = approval;
    },
  },
  {
    rule: 'JUR-R15',
    name: 'three hours where India gives six',
    bad: (d) => {
      found(d.meridian.contract).noticeHours = 3;
    },
    good: (d) => {
      found(d.meridian.contract).noticeHours = 2;
    },
    says: '3 hours',
  },
  {
    rule: 'JUR-R15',
    name: 'forty-eight hours where an authority wants to know in seventy-two',
    bad: (d) => {
      found(d.luzon.contract).noticeHours = 48;
    },
    good: (d) => {
      found(d.luzon.contract).noticeHours = 24;
    },
  },
  {
    rule: 'JUR-R16',
    name: 'a law file past its review',
    bad: (d) => {
      d.law('IN').reviewBy = '2026-11-20';
    },
    good: (d) => {
      d.law('BR').reviewBy = '2026-11-20'; // no vendor has to do with Brazil
    },
  },
  {
    rule: 'JUR-R16',
    name: 'a law file shortly before its review',
    severity: 'medium',
    bad: (d) => {
      d.law('IN').reviewBy = '2026-12-21';
    },
    good: (d) => {
      d.law('IN').reviewBy = '2026-12-22';
    },
  },
  {
    rule: 'JUR-R17',
    name: 'a service the region does not offer',
    bad: (d) => {
      d.meridian.region = 'eu-west-3';
      d.meridian.viewer = 'secureBrowser';
    },
    good: (d) => {
      d.meridian.region = 'eu-west-3';
      d.meridian.viewer = 'appstream';
    },
  },
  {
    rule: 'JUR-R17',
    name: 'Macie for all accounts, in a region without it',
    bad: (d) => {
      d.meridian.region = 'eu-south-2';
    },
    good: (d) => {
      d.meridian.region = 'eu-south-2';
      d.organization.managedByOrganization.macie = false;
    },
  },
  {
    rule: 'JUR-R18',
    name: 'copies in another jurisdiction',
    bad: (d) => {
      d.luzon.recoveryRegion = 'ca-central-1';
    },
    good: (d) => {
      d.luzon.recoveryRegion = 'us-east-2';
    },
  },
  {
    rule: 'JUR-R18',
    name: 'copies across partitions',
    bad: (d) => {
      d.luzon.recoveryRegion = 'us-gov-west-1';
    },
    good: (d) => {
      d.luzon.recoveryRegion = 'ca-central-1';
      d.immigration.recoveryPlaceReason = approval;
      d.bankruptcy.recoveryPlaceReason = approval;
    },
  },
  {
    rule: 'JUR-R19',
    name: 'no target where the law gives no number',
    severity: 'medium',
    bad: (d) => {
      d.litigation.origins = ['CA'];
      found(d.meridian.crisisPlan).internalTargetHours = undefined;
    },
    good: (d) => {
      d.litigation.origins = ['CA'];
      found(d.meridian.crisisPlan).internalTargetHours = 72;
    },
  },
  {
    rule: 'JUR-R20',
    name: 'logs that India wants and the UK keeps',
    severity: 'medium',
    bad: (d) => {
      d.litigation.logPlaceDecision = undefined;
    },
    good: (d) => {
      d.litigation.logPlaceDecision = undefined;
      d.litigation.accessCountries = ['GB'];
    },
  },
];
