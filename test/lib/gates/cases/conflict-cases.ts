import type { Decision, Wall } from '../../../../lib/config/conflicts-schema';
import type { Matter } from '../../../../lib/config/vendor-schema';
import type { Draft } from '../draft';
import { approval, found, type RuleCase, sha } from '../draft';

const client = (matter: Matter) => found(matter.parties?.client[0]);
const against = (matter: Matter, party: string) => found(matter.parties).adverse.push(party);
const party = (draft: Draft, id: string) => found(draft.conflicts.parties.find((one) => one.id === id));

const wall = (draft: Draft, a: Matter, b: Matter, more: Partial<Wall> = {}) =>
  draft.conflicts.walls.push({
    id: 'w-0001',
    sideA: [a.id],
    sideB: [b.id],
    basis: 'Rule 1.10(a)(2)',
    from: '2026-01-01',
    approver: 'p-9d2f71',
    noticeSentOn: '2026-01-01',
    certifiedOn: '2026-11-01',
    certifyEveryDays: 90,
    acknowledgements: [...draft.luzon.people, ...draft.meridian.people].map(({ id }) => ({
      person: id,
      date: '2026-11-01',
    })),
    ...more,
  });

const decide = (draft: Draft, rule: string, more: Partial<Decision>) =>
  draft.conflicts.decisions.push({
    id: 'decision-1',
    rule,
    matters: [],
    parties: [],
    persons: [],
    outcome: 'consent',
    decidedBy: 'p-9d2f71',
    requestedBy: 'p-3a10c4',
    date: '2026-11-01',
    expiresOn: '2027-11-01',
    consentSha256: sha,
    ...more,
  });

/** A wall between the London litigation and the New York bankruptcy. */
const acrossVendors = (draft: Draft) => wall(draft, draft.litigation, draft.bankruptcy);
const reviewer = (draft: Draft) => found(draft.meridian.people[0]);

export const conflictCases: RuleCase[] = [
  {
    rule: 'COI-R01',
    name: 'a matter without parties',
    bad: (d) => {
      d.deal.parties = undefined;
    },
    good: () => undefined,
  },
  {
    rule: 'COI-R01',
    name: 'nobody against, and nobody who looked',
    bad: (d) => {
      found(d.deal.parties).adverse = [];
    },
    good: (d) => {
      found(d.deal.parties).adverse = [];
      found(d.deal.parties).noAdverse = approval;
    },
  },
  {
    rule: 'COI-R02',
    name: 'the vendor works for and against the same party',
    bad: (d) => against(d.deal, client(d.litigation)),
    good: (d) => against(d.bankruptcy, client(d.litigation)), // another vendor: COI-R03 has it
  },
  {
    rule: 'COI-R02',
    name: 'a wall alone is not enough',
    bad: (d) => {
      against(d.deal, client(d.litigation));
      wall(d, d.deal, d.litigation);
    },
    good: (d) => {
      against(d.deal, client(d.litigation));
      wall(d, d.deal, d.litigation);
      decide(d, 'COI-R02', { matters: [d.deal.id, d.litigation.id], parties: [client(d.litigation)] });
    },
  },
  {
    rule: 'COI-R02',
    name: 'the same name under another id',
    bad: (d) => {
      party(d, client(d.litigation)).exact.push(...party(d, client(d.bankruptcy)).exact);
      against(d.deal, client(d.bankruptcy));
    },
    good: (d) => against(d.deal, client(d.bankruptcy)),
  },
  {
    rule: 'COI-R03',
    name: 'the other side is a client of another vendor file',
    bad: (d) => against(d.bankruptcy, client(d.litigation)),
    good: (d) => {
      against(d.bankruptcy, client(d.litigation));
      d.litigation.closeDate = '2026-11-20';
    },
  },
  {
    rule: 'COI-R03',
    name: 'a decision that has expired, or was made by who asked for it',
    bad: (d) => {
      against(d.bankruptcy, client(d.litigation));
      acrossVendors(d);
      const question = { matters: [d.bankruptcy.id, d.litigation.id], parties: [client(d.litigation)] };
      decide(d, 'COI-R03', { ...question, expiresOn: '2026-11-20' });
      decide(d, 'COI-R03', { ...question, requestedBy: 'p-9d2f71' });
      decide(d, 'COI-R03', { ...question, outcome: 'decline' });
    },
    good: (d) => {
      against(d.bankruptcy, client(d.litigation));
      acrossVendors(d);
      decide(d, 'COI-R03', { matters: [d.bankruptcy.id, d.litigation.id], parties: [client(d.litigation)] });
    },
  },
  {
    rule: 'COI-R04',
    name: "the client's parent is on the other side",
    bad: (d) => against(d.bankruptcy, found(party(d, client(d.litigation)).parent)),
    good: (d) => {
      const parent = found(party(d, client(d.litigation)).parent);
      against(d.bankruptcy, parent);
      decide(d, 'COI-R04', {
        matters: [d.bankruptcy.id, d.litigation.id],
        parties: [parent],
        outcome: 'clear',
      });
    },
  },
  {
    rule: 'COI-R04',
    name: "a company of the vendor's group is a party",
    bad: (d) => d.meridian.affiliates.push(client(d.litigation)),
    good: (d) => d.meridian.affiliates.push(client(d.bankruptcy)),
  },
  {
    rule: 'COI-R05',
    name: 'a name on the other side that sounds like the client',
    bad: (d) => {
      const other = found(d.bankruptcy.parties?.adverse[0]);
      party(d, client(d.litigation)).near.push(found(party(d, other).near[0]));
    },
    good: (d) => {
      const other = found(d.bankruptcy.parties?.adverse[0]);
      party(d, client(d.litigation)).near.push(found(party(d, other).near[0]));
      decide(d, 'COI-R05', {
        matters: [d.bankruptcy.id, d.litigation.id],
        parties: [other],
        outcome: 'clear',
      });
      decide(d, 'COI-R05', {
        matters: [d.bankruptcy.id, d.litigation.id],
        parties: [client(d.litigation)],
        outcome: 'clear',
      });
    },
  },
  {
    rule: 'COI-R06',
    name: 'one reviewer on both sides of a wall',
    bad: (d) => {
      wall(d, d.litigation, d.deal);
      found(d.meridian.people[0]).assignments.push({
        matter: d.deal.id,
        function: 'reviewer',
        from: '2026-11-16',
        until: '2027-09-30',
      });
    },
    good: (d) => {
      acrossVendors(d);
      found(d.meridian.people[0]).assignments.push({
        matter: d.deal.id,
        function: 'reviewer',
        from: '2026-11-16',
        until: '2027-09-30',
      });
    },
  },
  {
    rule: 'COI-R06',
    name: 'a history behind the wall, within the cooling-off period',
    bad: (d) => {
      acrossVendors(d);
      reviewer(d).history.push({
        matter: d.bankruptcy.id,
        side: 'client',
        party: client(d.bankruptcy),
        until: '2026-01-01',
        sawConfidential: true,
      });
    },
    good: (d) => {
      acrossVendors(d);
      reviewer(d).history.push({
        matter: d.bankruptcy.id,
        side: 'client',
        party: client(d.bankruptcy),
        until: '2025-01-01',
        sawConfidential: true,
      });
    },
  },
  {
    rule: 'COI-R06',
    name: 'related matters never cool off',
    bad: (d) => {
      acrossVendors(d);
      d.conflicts.relatedMatters.push([d.litigation.id, d.bankruptcy.id]);
      reviewer(d).history.push({
        matter: d.bankruptcy.id,
        side: 'client',
        party: client(d.bankruptcy),
        until: '2015-01-01',
        sawConfidential: false,
      });
    },
    good: (d) => {
      acrossVendors(d);
      d.conflicts.relatedMatters.push([d.litigation.id, d.bankruptcy.id]);
    },
  },
  {
    rule: 'COI-R07',
    name: 'an interest in the parent of the client',
    bad: (d) => {
      reviewer(d).interests.push(found(party(d, client(d.litigation)).parent));
    },
    good: (d) => {
      const parent = found(party(d, client(d.litigation)).parent);
      reviewer(d).interests.push(parent);
      decide(d, 'COI-R07', {
        matters: [d.litigation.id],
        parties: [parent],
        persons: [reviewer(d).id],
        outcome: 'clear',
      });
    },
  },
  {
    rule: 'COI-R08',
    name: 'fresh from the other side',
    bad: (d) => {
      reviewer(d).priorEmployers.push({
        party: found(d.litigation.parties?.adverse[0]),
        until: '2026-06-30',
      });
    },
    good: (d) => {
      reviewer(d).priorEmployers.push({
        party: found(d.litigation.parties?.adverse[0]),
        until: '2025-06-30',
      });
    },
  },
  {
    rule: 'COI-R09',
    name: 'both sides of a wall at one site',
    bad: (d) => wall(d, d.litigation, d.deal),
    good: (d) => {
      wall(d, d.litigation, d.deal);
      for (const person of d.meridian.people) person.site = undefined;
    },
  },
  {
    rule: 'COI-R10',
    name: 'one auditor on both sides of a wall',
    bad: (d) => {
      acrossVendors(d);
      d.luzon.groups.auditor = d.meridian.groups.auditor;
    },
    good: acrossVendors,
  },
  {
    rule: 'COI-R11',
    name: 'walled matters in one account',
    bad: (d) => wall(d, d.litigation, d.deal),
    good: (d) => wall(d, d.litigation, d.deal, { until: '2026-11-20' }),
  },
  {
    rule: 'COI-R13',
    name: 'a wall nobody has certified in time',
    bad: (d) => wall(d, d.litigation, d.bankruptcy, { certifiedOn: '2026-08-22' }),
    good: (d) => wall(d, d.litigation, d.bankruptcy, { certifiedOn: '2026-08-23' }),
  },
  {
    rule: 'COI-R13',
    name: 'somebody behind a wall who did not acknowledge it',
    bad: (d) => wall(d, d.litigation, d.bankruptcy, { acknowledgements: [] }),
    good: acrossVendors,
  },
];
