import { approval, type Draft, found, type RuleCase, sha } from '../draft';

const mechanism = {
  id: 'mech-1',
  origin: 'GB',
  destination: 'IN',
  kind: 'idta',
  documentSha256: sha,
  signedOn: '2026-01-01',
  expiresOn: '2027-06-30',
  approver: 'p-9d2f71',
  swissAmendments: false,
  coversHumanResources: false,
  oneOff: false,
  impactAssessment: { id: 'tra-1', approver: 'p-9d2f71', date: '2026-01-01', nextReview: '2027-01-01' },
} as const;

const clause = (draft: Draft) => found(draft.meridian.transfers[0]);
const add = (draft: Draft, more: object) => draft.meridian.transfers.push({ ...mechanism, ...more });
const dpf = { kind: 'dpf', destination: 'US', listingCheckedOn: '2026-11-01' };
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

export const transferCases: RuleCase[] = [
  {
    rule: 'JUR-R01',
    name: 'an origin without a law file',
    bad: (d) => d.litigation.origins.push('AR'),
    good: (d) => d.litigation.origins.push('FR'),
    says: 'origin AR',
  },
  {
    rule: 'JUR-R01',
    name: 'access from a place without a law file',
    bad: (d) => d.litigation.accessCountries.push('EG'),
    good: (d) => d.litigation.accessCountries.push('DE'),
  },
  {
    rule: 'JUR-R01',
    name: 'the United States as origin, without a state',
    bad: (d) => {
      d.bankruptcy.origins = ['US'];
    },
    good: (d) => {
      d.bankruptcy.origins = ['US-WY'];
    },
    says: 'differs by state',
  },
  {
    rule: 'JUR-R02',
    name: 'German data in London',
    bad: (d) => d.litigation.origins.push('DE'),
    good: (d) => {
      d.litigation.origins.push('DE');
      d.litigation.storagePlaceReason = approval;
    },
  },
  {
    rule: 'JUR-R02',
    name: 'a region the table does not place',
    bad: (d) => {
      d.meridian.region = 'me-west-1';
    },
    good: (d) => {
      d.litigation.origins = ['FR'];
      d.deal.origins = ['IE'];
      d.meridian.region = 'eu-west-1';
    },
  },
  {
    rule: 'JUR-R03',
    name: 'no mechanism for a country without adequacy',
    bad: (d) => {
      d.meridian.transfers = [];
    },
    good: (d) => d.litigation.accessCountries.push('FR'),
    says: 'data from GB seen in IN',
  },
  {
    rule: 'JUR-R03',
    name: 'a mechanism that has expired',
    bad: (d) => {
      clause(d).expiresOn = '2026-11-20';
    },
    good: (d) => {
      clause(d).expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'JUR-R03',
    name: 'a mechanism that is not signed yet',
    bad: (d) => {
      clause(d).signedOn = '2026-11-22';
    },
    good: (d) => {
      clause(d).signedOn = '2026-11-21';
    },
  },
  {
    rule: 'JUR-R03',
    name: 'an adequacy decision that has run out',
    bad: (d) => {
      d.litigation.accessCountries.push('FR');
      found(d.law('GB').transfers.adequate.find(({ place }) => place === 'EU')).until = '2026-11-20';
    },
    good: (d) => {
      d.litigation.accessCountries.push('FR');
      found(d.law('GB').transfers.adequate.find(({ place }) => place === 'EU')).until = '2026-11-21';
    },
  },
  {
    rule: 'JUR-R03',
    name: 'US recipients need the framework or clauses',
    bad: (d) => d.litigation.accessCountries.push('US'),
    good: (d) => {
      d.litigation.accessCountries.push('US');
      add(d, dpf);
    },
  },
  {
    rule: 'JUR-R03',
    name: 'a decision with a limit warns',
    severity: 'warning',
    bad: (d) => d.litigation.accessCountries.push('CA'),
    good: (d) => {
      d.litigation.accessCountries.push('CA');
      add(d, { destination: 'CA' });
    },
    says: 'PIPEDA',
  },
  {
    rule: 'JUR-R03',
    name: 'a rule marked L warns',
    severity: 'warning',
    bad: (d) => {
      d.litigation.origins = ['KE'];
    },
    good: (d) => {
      d.litigation.origins = ['HK'];
    },
  },
  {
    rule: 'JUR-R03',
    name: 'an origin that allows no transfer',
    bad: (d) => {
      d.litigation.origins = ['CN'];
      add(d, { origin: 'CN' });
      add(d, { origin: 'CN', destination: 'GB' });
    },
    good: (d) => {
      d.litigation.origins = ['IN'];
    },
  },
  {
    rule: 'JUR-R04',
    name: 'clauses with the module of other roles',
    bad: (d) => add(d, { kind: 'uk-addendum', module: 'M2', roles: 'p2p' }),
    good: (d) => add(d, { kind: 'uk-addendum', module: 'M3', roles: 'p2p' }),
    says: 'M2 for p2p',
  },
  {
    rule: 'JUR-R04',
    name: 'clauses without module or roles',
    bad: (d) => add(d, { kind: 'scc', origin: 'EU' }),
    good: (d) => add(d, { kind: 'scc', origin: 'EU', module: 'M2', roles: 'c2p' }),
  },
  {
    rule: 'JUR-R04',
    name: 'no impact assessment',
    bad: (d) => {
      clause(d).impactAssessment = undefined;
    },
    good: (d) => {
      found(clause(d).impactAssessment).nextReview = '2026-11-21';
    },
  },
  {
    rule: 'JUR-R04',
    name: 'an impact assessment past its review',
    bad: (d) => {
      found(clause(d).impactAssessment).nextReview = '2026-11-20';
    },
    good: (d) => {
      found(clause(d).impactAssessment).nextReview = '2026-11-21';
    },
  },
  {
    rule: 'JUR-R05',
    name: 'the framework for another country',
    bad: (d) => {
      add(d, { ...dpf, destination: 'CA' });
      add(d, { destination: 'CA' });
    },
    good: (d) => {
      add(d, dpf);
      add(d, { destination: 'US' });
    },
  },
  {
    rule: 'JUR-R05',
    name: 'a listing looked up too long ago',
    bad: (d) => {
      add(d, { ...dpf, listingCheckedOn: '2026-08-22' });
      add(d, { destination: 'US' });
    },
    good: (d) => {
      add(d, { ...dpf, listingCheckedOn: '2026-08-23' });
      add(d, { destination: 'US' });
    },
  },
  {
    rule: 'JUR-R05',
    name: 'HR data without HR certification',
    bad: (d) => {
      d.litigation.dataClasses.push('PAYROLL_HR');
      add(d, dpf);
      add(d, { destination: 'US' });
    },
    good: (d) => {
      d.litigation.dataClasses.push('PAYROLL_HR');
      add(d, { ...dpf, coversHumanResources: true });
      add(d, { destination: 'US' });
    },
  },
  {
    rule: 'JUR-R05',
    name: 'no clauses to fall back on',
    severity: 'warning',
    bad: (d) => add(d, dpf),
    good: (d) => {
      add(d, dpf);
      add(d, { destination: 'US' });
    },
  },
  {
    rule: 'JUR-R06',
    name: 'EU clauses for UK data',
    bad: (d) => {
      clause(d).kind = 'scc';
    },
    good: (d) => {
      clause(d).kind = 'uk-addendum';
    },
  },
  {
    rule: 'JUR-R06',
    name: 'EU clauses for Swiss data without the amendments',
    bad: (d) => add(d, { kind: 'scc', origin: 'CH' }),
    good: (d) => add(d, { kind: 'scc', origin: 'CH', swissAmendments: true }),
  },
  {
    rule: 'JUR-R07',
    name: 'a derogation as a standing basis',
    bad: (d) => add(d, { kind: 'derogation' }),
    good: (d) => add(d, { kind: 'derogation', oneOff: true }),
  },
  {
    rule: 'JUR-R08',
    name: 'access from a refused country',
    bad: (d) => d.litigation.accessCountries.push('RU'),
    good: (d) => d.litigation.accessCountries.push('SG'),
  },
  {
    rule: 'JUR-R08',
    name: 'an owner in a country of concern',
    bad: (d) => found(d.meridian.diligence).ownership.owners.push('CN'),
    good: (d) => found(d.meridian.diligence).ownership.owners.push('TW'),
  },
  {
    rule: 'JUR-R08',
    name: 'a person in a country of concern',
    bad: (d) => {
      found(d.meridian.people[0]).country = 'HK';
    },
    good: (d) => {
      found(d.meridian.people[0]).country = 'TW';
    },
  },
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
    severity: 'warning',
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
    severity: 'warning',
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
    severity: 'warning',
    bad: (d) => {
      d.litigation.logPlaceDecision = undefined;
    },
    good: (d) => {
      d.litigation.logPlaceDecision = undefined;
      d.litigation.accessCountries = ['GB'];
    },
  },
];
