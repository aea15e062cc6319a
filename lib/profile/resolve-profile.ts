import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { type Alarm, alarms, classFloors, type Floor, type Tier, tiers } from './class-floors.ts';
import { classesOf } from './classes-of.ts';
import { withLegalHold } from './engagement-floors.ts';

/** Profile of a matter: what is built for it and asked of its people, the strictest of all its floors. */
export interface Profile extends Omit<Floor, 'contentRecording' | 'separateKey'> {
  readonly tier: Tier;
  /** Privileged material lies under a key of its own. */
  readonly separateKeyForPrivileged: boolean;
  /** `lawyer-only`: one class forbids recordings and another wants them, so that lawyers alone see them. */
  readonly contentRecording: 'off' | 'on' | 'lawyer-only';
  readonly legalHold: boolean;
  readonly alarms: readonly Alarm[];
}

/** Resolves the floors of the engagement type and of every data class. A class can only raise the result. */
export function resolveProfile(matter: Pick<Matter, 'type' | 'dataClasses'>): Profile {
  const floors = classesOf(matter).map((name) => classFloors[name]);
  const some = (
    field: 'separateKey' | 'secondApprover' | 'supervisingLawyerApproves' | 'screening' | 'matterUndertaking',
  ) => floors.some((floor) => floor[field]);
  const every = (field: 'bucketKey' | 'bulkExport') => floors.every((floor) => floor[field]);
  const highest = (field: 'retentionFloorDays' | 'logRetentionFloorDays') =>
    Math.max(...floors.map((floor) => floor[field]));
  const all = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())].sort();
  const recorded = floors.some(({ contentRecording }) => contentRecording === 'on');
  const unrecorded = floors.some(({ contentRecording }) => contentRecording === 'off');
  return {
    tier: highestTier(floors.map(({ tier }) => tier)),
    sessionHours: floors.some(({ sessionHours }) => sessionHours === 8) ? 8 : 10,
    idleMinutes: Math.min(...floors.map(({ idleMinutes }) => idleMinutes)) as Floor['idleMinutes'],
    bucketKey: every('bucketKey'),
    separateKeyForPrivileged: some('separateKey'),
    keyCustody: floors.some(({ keyCustody }) => keyCustody === 'external') ? 'external' : 'customer-managed',
    secondApprover: some('secondApprover'),
    supervisingLawyerApproves: some('supervisingLawyerApproves'),
    bulkExport: every('bulkExport'),
    contentRecording: recorded ? (unrecorded ? 'lawyer-only' : 'on') : 'off',
    screening: some('screening'),
    matterUndertaking: some('matterUndertaking'),
    training: all(floors.map(({ training }) => training)),
    packs: all(floors.map(({ packs }) => packs)),
    alarms: alarms.filter((alarm) => floors.some((floor) => floor.alarms.includes(alarm))),
    retentionFloorDays: highest('retentionFloorDays'),
    logRetentionFloorDays: highest('logRetentionFloorDays'),
    legalHold: withLegalHold.has(matter.type),
  };
}

/** Profile that all matters of a vendor share: one VPN endpoint, one set of checks. */
export function resolveVendorProfile(vendor: Pick<Vendor, 'matters'>): {
  readonly tier: Tier;
  readonly sessionHours: 8 | 10;
  readonly packs: readonly ('hipaa' | 'pci')[];
  readonly logRetentionFloorDays: number;
} {
  const profiles = vendor.matters.map(resolveProfile);
  return {
    tier: highestTier(profiles.map(({ tier }) => tier)),
    sessionHours: profiles.some(({ sessionHours }) => sessionHours === 8) ? 8 : 10,
    packs: [...new Set(profiles.flatMap(({ packs }) => packs))].sort(),
    logRetentionFloorDays: Math.max(...profiles.map(({ logRetentionFloorDays }) => logRetentionFloorDays)),
  };
}

const highestTier = (given: readonly Tier[]): Tier =>
  given.reduce((a, b) => (tiers.indexOf(b) > tiers.indexOf(a) ? b : a), 'standard');
