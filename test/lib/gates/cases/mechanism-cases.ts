import { LawIndex } from '../../../../lib/law/law-index.ts';
import { countryCodes } from '../../../../lib/model/countries.ts';
import { approval, type Draft, draft, found, type RuleCase, sha } from '../draft.ts';

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

const law = new LawIndex(draft().config);
/** The first country, by code, that no law file speaks for; another one when somebody adds its file. */
const placeWithoutLaw = found(
  [...countryCodes].sort().find((code) => code !== 'US' && law.of(code) === undefined),
);

/** Where data may be, on what a transfer rests, and where data never goes. */
export const mechanismCases: RuleCase[] = [
  {
    rule: 'JUR-R01',
    name: 'an origin without a law file',
    bad: (d) => d.litigation.origins.push(placeWithoutLaw),
    good: (d) => d.litigation.origins.push('FR'),
    says: `origin ${placeWithoutLaw}`,
  },
  {
    rule: 'JUR-R01',
    name: 'access from a place without a law file',
    bad: (d) => d.litigation.accessCountries.push(placeWithoutLaw),
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
    severity: 'medium',
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
    severity: 'medium',
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
    severity: 'medium',
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
];
