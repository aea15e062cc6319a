import { acrossVendors, client, decide, party, reviewer, wall } from '../conflict-draft.ts';
import { found, type RuleCase } from '../draft.ts';

/** People whose past, interests or assignments cross a wall. */
export const personConflictCases: RuleCase[] = [
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
    rule: 'COI-R06',
    name: "one of the firm's lawyers on both sides, in two vendor files",
    bad: (d) => {
      acrossVendors(d);
      const lawyer = found(d.luzon.people.find(({ id }) => id === 'p-c2d94e'));
      d.meridian.people.push({
        ...structuredClone(lawyer),
        assignments: [{ ...found(lawyer.assignments[0]), matter: d.litigation.id }],
      });
    },
    good: (d) => {
      acrossVendors(d);
      const lawyer = found(d.luzon.people.find(({ id }) => id === 'p-c2d94e'));
      d.meridian.people.push({
        ...structuredClone(lawyer),
        assignments: [{ ...found(lawyer.assignments[0]), matter: d.deal.id }],
      });
    },
  },
  {
    rule: 'COI-R06',
    name: 'a wall that stands until today, and one that fell yesterday',
    bad: (d) => {
      wall(d, d.litigation, d.deal, { until: '2026-11-21' });
      reviewer(d).assignments.push({
        matter: d.deal.id,
        function: 'reviewer',
        from: '2026-11-16',
        until: '2027-09-30',
      });
    },
    good: (d) => {
      wall(d, d.litigation, d.deal, { until: '2026-11-20' });
      reviewer(d).assignments.push({
        matter: d.deal.id,
        function: 'reviewer',
        from: '2026-11-16',
        until: '2027-09-30',
      });
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
];
