import type { MatterFunction, Zone } from '../../model/engagement.ts';

/** Top-level prefixes of the bucket of each zone. */
export const prefixes = {
  documents: ['intake', 'work', 'release'],
  privileged: ['privileged'],
} as const satisfies Record<Zone, readonly string[]>;
export type Prefix = (typeof prefixes)[Zone][number];

export interface Access {
  /** Prefixes whose objects are read. */
  readonly read: readonly Prefix[];
  /** Prefixes that objects are written to. */
  readonly write: readonly Prefix[];
  /** Approves or withdraws versions for release, and puts no document anywhere. */
  readonly approves?: boolean;
  /** Reads those versions alone that were approved for release. */
  readonly approvedOnly?: boolean;
  /** Places holds and lengthens retention; sees names, not content. */
  readonly retention?: boolean;
}

type AccessByFunction = Readonly<Partial<Record<MatterFunction, Access>>>;

const administrator: Access = { read: [], write: [], retention: true };

/** Documents leave through `release/`: the lawyer puts them there, the release approver carries them out. */
const documents: AccessByFunction = {
  reviewer: { read: ['intake', 'work'], write: ['work'] },
  qcLead: { read: ['intake', 'work'], write: ['work'] },
  supervisingLawyer: { read: ['intake', 'work', 'release'], write: ['intake', 'release'] },
  releaseApprover: { read: ['release'], write: [] },
  matterAdministrator: administrator,
};

/**
 * Two approvals. The lawyer puts a document into `release/`; the second approver reads that version and tags it
 * as approved, which copies nothing and so has no limit of size; the release approver reads approved versions
 * alone and carries them out. None of the three can do the step of another, and a version that replaces an
 * approved one is not approved.
 */
const withSecondApprover: AccessByFunction = {
  ...documents,
  secondApprover: { read: ['release'], write: [], approves: true },
  releaseApprover: { read: ['release'], write: [], approvedOnly: true },
};

/** Privileged material: the lawyer and the quality lead. A reviewer has no way in, and nothing is released. */
const privileged: AccessByFunction = {
  qcLead: { read: ['privileged'], write: ['privileged'] },
  supervisingLawyer: { read: ['privileged'], write: ['privileged'] },
  matterAdministrator: administrator,
};

/**
 * Access of each function. A function that is absent has no access to the zone. A function that carries a
 * document out can put nothing there.
 *
 * @param functions all functions of the matter
 */
export function accessByFunction(zone: Zone, functions: readonly MatterFunction[]): AccessByFunction {
  if (zone === 'privileged') return privileged;
  return functions.includes('secondApprover') ? withSecondApprover : documents;
}
