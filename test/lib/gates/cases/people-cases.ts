import type { Draft } from '../draft.ts';
import { found, type RuleCase, sha } from '../draft.ts';

/** The reviewer of the immigration matter. */
const reviewer = (draft: Draft) => found(draft.luzon.people[0]);
const assignment = (draft: Draft) => found(reviewer(draft).assignments[0]);
const undertaking = (draft: Draft) => found(reviewer(draft).confidentiality);
const training = (draft: Draft, topic: string) =>
  found(reviewer(draft).training.find((one) => one.topic === topic));
const rules = (draft: Draft) => found(reviewer(draft).handlingRules);
const screening = (draft: Draft) => found(reviewer(draft).screening);

export const peopleCases: RuleCase[] = [
  {
    rule: 'PPL-R01',
    name: 'nobody left to review',
    bad: (d) => {
      d.luzon.people.shift();
    },
    good: (d) => {
      d.luzon.people.reverse();
    },
    says: 'reviewer',
  },
  {
    rule: 'PPL-R01',
    name: 'a lapse takes the only reviewer out',
    bad: (d) => {
      training(d, 'privacy').expiresOn = '2026-11-20';
    },
    good: (d) => {
      training(d, 'privacy').expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'PPL-R01',
    name: 'an assignment that has ended',
    bad: (d) => {
      assignment(d).until = '2026-11-20';
    },
    good: (d) => {
      assignment(d).until = '2026-11-20';
      d.immigration.closeDate = '2026-11-20'; // a closed matter needs nobody
    },
  },
  {
    rule: 'PPL-R02',
    name: 'no confidentiality undertaking',
    bad: (d) => {
      reviewer(d).confidentiality = undefined;
    },
    good: (d) => {
      reviewer(d).confidentiality = undefined;
      assignment(d).until = '2026-11-20';
    },
  },
  {
    rule: 'PPL-R02',
    name: 'signed after access starts',
    bad: (d) => {
      undertaking(d).signedOn = '2026-11-17';
    },
    good: (d) => {
      undertaking(d).signedOn = '2026-11-16';
    },
  },
  {
    rule: 'PPL-R02',
    name: 'recorded by the person who signed',
    bad: (d) => {
      undertaking(d).recordedBy = reviewer(d).id;
    },
    good: (d) => {
      undertaking(d).recordedBy = 'p-c2d94e';
    },
  },
  {
    rule: 'PPL-R02',
    name: 'a version that is no longer in force',
    bad: (d) => {
      undertaking(d).version = 3;
    },
    good: (d) => {
      undertaking(d).version = 3;
      found(d.organization.peopleRules).inForceSince = '2026-10-22'; // thirty days of grace
    },
  },
  {
    rule: 'PPL-R03',
    name: 'training that has expired',
    bad: (d) => {
      training(d, 'ethics').expiresOn = '2026-11-20';
    },
    good: (d) => {
      training(d, 'ethics').expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'PPL-R03',
    name: 'a topic the class of data asks for',
    bad: (d) => d.immigration.dataClasses.push('PHI'),
    good: (d) => d.immigration.dataClasses.push('PII_FINANCIAL'),
    says: 'hipaa',
  },
  {
    rule: 'PPL-R03',
    name: 'training recorded by the person trained',
    bad: (d) => {
      training(d, 'security').recordedBy = reviewer(d).id;
    },
    good: (d) => {
      training(d, 'security').recordedBy = 'p-c2d94e';
    },
  },
  {
    rule: 'PPL-R04',
    name: 'handling rules nobody acknowledged',
    bad: (d) => {
      reviewer(d).handlingRules = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'PPL-R04',
    name: 'handling rules in a language the person does not read',
    bad: (d) => {
      rules(d).language = 'fr';
    },
    good: (d) => {
      rules(d).language = 'tl';
    },
  },
  {
    rule: 'PPL-R04',
    name: 'acknowledged after access starts',
    bad: (d) => {
      rules(d).acknowledgedOn = '2026-11-17';
    },
    good: (d) => {
      rules(d).acknowledgedOn = '2026-11-16';
    },
  },
  {
    rule: 'PPL-R04',
    name: 'handling rules of an older version',
    bad: (d) => {
      rules(d).version = 6;
    },
    good: (d) => {
      rules(d).version = 8;
    },
  },
  {
    rule: 'PPL-R05',
    name: 'nobody screened the reviewer',
    bad: (d) => {
      reviewer(d).screening = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'PPL-R05',
    name: 'an adverse screening',
    bad: (d) => {
      screening(d).result = 'adverse';
    },
    good: (d) => {
      screening(d).expiresOn = '2026-11-21';
    },
  },
  {
    rule: 'PPL-R06',
    name: 'no qualification',
    bad: (d) => {
      reviewer(d).qualification = undefined;
    },
    good: (d) => {
      reviewer(d).qualification = { kind: 'other', evidenceSha256: sha };
    },
  },
  {
    rule: 'PPL-R06',
    name: 'supervision by somebody who is no lawyer',
    bad: (d) => {
      found(d.luzon.people[3]?.qualification).kind = 'paralegal';
    },
    good: (d) => {
      found(d.luzon.people[6]?.qualification).kind = 'other';
    },
  },
  {
    rule: 'PPL-R06',
    name: 'release by the vendor itself',
    bad: (d) => {
      found(d.luzon.people[4]).employer = 'vendor';
    },
    good: (d) => {
      found(d.luzon.people[6]).employer = 'vendor';
    },
  },
  {
    rule: 'PPL-R07',
    name: 'an assignment that outlives its matter',
    bad: (d) => {
      assignment(d).until = '2028-01-01';
    },
    good: (d) => {
      assignment(d).until = '2027-12-31';
    },
  },
  {
    rule: 'PPL-R07',
    name: 'a matter that closed while people are assigned to it',
    bad: (d) => {
      d.litigation.closeDate = '2026-11-20';
    },
    good: (d) => {
      d.litigation.closeDate = '2026-11-20';
      for (const { assignments } of d.meridian.people)
        for (const each of assignments.filter(({ matter }) => matter === 'm-7f3a9c'))
          each.until = '2026-11-20';
    },
    says: 'm-7f3a9c closed on 2026-11-20; assigned beyond it: p-3a10c4, p-51ce08, p-77e0b2, p-9d2f71, p-e4410a, p-e4b816',
  },
  {
    rule: 'PPL-R08',
    name: 'reviewer and release approver in one person',
    bad: (d) => reviewer(d).assignments.push({ ...assignment(d), function: 'releaseApprover' }),
    good: (d) =>
      reviewer(d).assignments.push({ ...assignment(d), matter: 'm-58d7b2', function: 'releaseApprover' }),
  },
  {
    rule: 'PPL-R09',
    name: 'somebody who works where the matter allows nobody',
    bad: (d) => {
      d.immigration.accessCountries = ['US'];
    },
    good: (d) => d.immigration.accessCountries.push('SG'),
  },
  {
    rule: 'PPL-R09',
    name: 'vendor staff without a site',
    bad: (d) => {
      reviewer(d).site = undefined;
    },
    good: (d) => {
      found(d.luzon.people[3]).site = undefined; // the firm's own
    },
  },
  {
    rule: 'PPL-R10',
    name: 'privileged material without an undertaking for the matter',
    bad: (d) => {
      assignment(d).undertakingSha256 = undefined;
    },
    good: (d) => {
      found(d.luzon.people[1]?.assignments[0]).undertakingSha256 = undefined; // bankruptcy does not ask
    },
  },
  {
    rule: 'PPL-R11',
    name: 'nobody said which versions are in force',
    bad: (d) => {
      d.organization.peopleRules = undefined;
    },
    good: () => undefined,
  },
];
