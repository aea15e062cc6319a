import type { MatterFunction, Zone } from '../../model/engagement.ts';

/** Top-level prefixes of the bucket of each zone. */
export const prefixes = {
  documents: ['intake', 'work', 'release', 'released'],
  privileged: ['privileged'],
} as const satisfies Record<Zone, readonly string[]>;
export type Prefix = (typeof prefixes)[Zone][number];

export interface Access {
  /** Prefixes whose objects are read. */
  readonly read: readonly Prefix[];
  /** Prefixes that objects are written to. */
  readonly write: readonly Prefix[];
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
 * Two approvals. The lawyer puts a document into `release/`; the second approver copies it to `released/`;
 * the release approver sees `released/` alone and carries it out. None of the three can do the step of
 * another. The bucket takes nothing under `released/` but the second approver's copies of `release/`.
 */
const withSecondApprover: AccessByFunction = {
  ...documents,
  supervisingLawyer: { read: ['intake', 'work', 'release', 'released'], write: ['intake', 'release'] },
  secondApprover: { read: ['release'], write: ['released'] },
  releaseApprover: { read: ['released'], write: [] },
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
