import { acrossVendors, against, client, decide, party, wall } from '../conflict-draft.ts';
import { approval, found, type RuleCase } from '../draft.ts';

/** Parties and walls. */
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
