import type { Decision, Wall } from '../../../lib/config/conflicts-schema.ts';
import type { Matter } from '../../../lib/config/vendor-schema.ts';
import { type Draft, found, sha } from './draft.ts';

export const client = (matter: Matter) => found(matter.parties?.client[0]);
export const against = (matter: Matter, party: string) => found(matter.parties).adverse.push(party);
export const party = (draft: Draft, id: string) =>
  found(draft.conflicts.parties.find((one) => one.id === id));

export const wall = (draft: Draft, a: Matter, b: Matter, more: Partial<Wall> = {}) =>
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

export const decide = (draft: Draft, rule: string, more: Partial<Decision>) =>
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
export const acrossVendors = (draft: Draft) => wall(draft, draft.litigation, draft.bankruptcy);
export const reviewer = (draft: Draft) => found(draft.meridian.people[0]);
