import { type Name, readName } from '../../template/names.ts';
import type { Matter } from '../authoring/matters.ts';
import type { Subject } from '../authoring/proof-statement.ts';
import { is } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { Resource, World } from '../world/world.ts';
import { asksForSecondApprover } from './classes.ts';
import type { RoleWorker, Task } from './job.ts';
import { listFolder, readObjects, writeObjects } from './objects.ts';

/** Functions of people in a matter, as the last words of a role's name, and the value of its tag `lpo:function`. */
export const matterFunctions = {
  reviewer: 'reviewer',
  'qc-lead': 'qcLead',
  'supervising-lawyer': 'supervisingLawyer',
  'release-approver': 'releaseApprover',
  'second-approver': 'secondApprover',
  'matter-administrator': 'matterAdministrator',
} as const;

export type MatterFunction = keyof typeof matterFunctions;

/** The role of a function in a matter, whether or not the templates make it. */
export const personOf = ({ account, name }: World, matter: Matter, fn: MatterFunction): RoleWorker => ({
  kind: 'role',
  arn: `arn:aws:iam::${account}:role/lpo-${name}-${matter.id}-${fn}`,
});

const zoneOf = (bucket: Resource): Name['zone'] => readName(bucket.label)?.zone;

/** Matters in which a second person approves a release. */
export const withSecondApprover = (subject: Subject): Subject => ({
  ...subject,
  matters: subject.matters.filter((matter) => hasSecondApprover(subject.world, matter)),
});

/** Matters in which the lawyer's proposal is the release. */
export const withoutSecondApprover = (subject: Subject): Subject => ({
  ...subject,
  matters: subject.matters.filter((matter) => !hasSecondApprover(subject.world, matter)),
});

/** True where a role is made for one, or where anything of the matter asks for one: then a role that is missing is missed. */
const hasSecondApprover = (world: World, matter: Matter): boolean => {
  const second = personOf(world, matter, 'second-approver');
  return matter.people.some(({ arn }) => arn === second.arn) || asksForSecondApprover(matter);
};

/** Buckets of a zone of a matter. */
export const bucketsIn = ({ buckets }: Matter, zone: 'documents' | 'privileged'): readonly Resource[] =>
  buckets.filter((bucket) => zoneOf(bucket) === zone);

/** A document that GuardDuty has found clean; without the tag nobody reads it. */
export const scanned = [is('s3:ExistingObjectTag/GuardDutyMalwareScanStatus', 'NO_THREATS_FOUND')];

/** A version that a second approver has let through. */
export const approved = [is('s3:ExistingObjectTag/lpo:release', 'approved')];

/** Folders a function lists and reads, and those it writes, through the workspace's endpoint. */
export function worksIn(
  { world, matters }: Subject,
  fn: MatterFunction,
  zone: 'documents' | 'privileged',
  folders: {
    readonly read?: readonly string[];
    readonly write?: readonly string[];
    readonly list?: readonly string[];
    /** Context that bounds the right to read. @default - none */
    readonly within?: readonly Condition[];
  },
): Task[] {
  return matters.flatMap((matter) =>
    bucketsIn(matter, zone).flatMap((bucket) => {
      const work = (folder: string) => ({
        world,
        who: personOf(world, matter, fn),
        bucket,
        folder,
        from: 'endpoint' as const,
      });
      const { read = [], write = [], list = read, within } = folders;
      return [
        ...list.map((folder) => listFolder(work(folder))),
        ...read.flatMap((folder) =>
          readObjects({ ...work(folder), ...(within && { within }), shows: scanned }, folder, [
            's3:GetObject',
            's3:GetObjectVersion',
            's3:GetObjectTagging',
          ]),
        ),
        ...write.flatMap((folder) => writeObjects(work(folder), folder)),
      ];
    }),
  );
}
