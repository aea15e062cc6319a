import type { IConstruct } from 'constructs';
import { type MatterFunction, matterFunctions, type Zone } from '../../model/engagement.ts';
import { matterRoleName, matterServiceRoleName, vendorRoleName } from '../../model/names.ts';
import { roleArn } from '../arns.ts';
import { type Access, accessByFunction } from './access-by-function.ts';

/** A function with access to a zone. */
export interface VaultPerson {
  /** Function of the person on the matter. */
  readonly fn: MatterFunction;
  /** ARN of the role. */
  readonly roleArn: string;
  /** Prefixes that the function reads and writes. */
  readonly access: Access;
}

/** Everyone the policies of one zone know. */
export interface VaultPrincipals {
  /** People's roles that reach the zone, and what each may do there. */
  readonly people: readonly VaultPerson[];
  /** ARN of the role that GuardDuty scans and tags objects with. */
  readonly malwareScan: string;
  /** ARN of the role that AWS Backup reads with. */
  readonly backup: string;
  /** Writes back what was backed up. */
  readonly restore: string;
  /** Writes what was backed up into the buckets that AWS Backup makes to test it. */
  readonly restoreTest: string;
  /** ARN of the key custodian's role. */
  readonly keyCustodian: string;
  /** ARN of CloudFormation's execution role. */
  readonly deploy: string;
}

export interface VaultPrincipalsOptions {
  /** Construct in the vendor's account, where all of these roles are. */
  readonly scope: IConstruct;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: string;
  /** Part of the matter: its documents, or the privileged documents beside them. */
  readonly zone: Zone;
  /** All functions of the matter. */
  readonly functions: readonly MatterFunction[];
  /** Name of CloudFormation's execution role in the vendor's account. */
  readonly deployRoleName: string;
}

export function vaultPrincipals(options: VaultPrincipalsOptions): VaultPrincipals {
  const { scope, vendor, matter, zone, functions, deployRoleName } = options;
  const access = accessByFunction(zone, functions);
  const role = (name: string) => roleArn(scope, name);
  const service = (name: Parameters<typeof matterServiceRoleName>[2]) =>
    role(matterServiceRoleName(vendor, matter, name, zone));
  return {
    people: matterFunctions.flatMap((fn) => {
      // A function that the matter lacks has no role: a policy that names it is refused by AWS.
      const held = functions.includes(fn) ? access[fn] : undefined;
      return held ? [{ fn, roleArn: role(matterRoleName(vendor, matter, fn)), access: held }] : [];
    }),
    malwareScan: service('malware-scan'),
    backup: service('backup'),
    restore: service('restore'),
    restoreTest: service('restore-test'),
    keyCustodian: role(vendorRoleName(vendor, 'key-custodian')),
    deploy: role(deployRoleName),
  };
}

/** Role ARNs of the people whose access satisfies a condition. */
export const peopleWho = (
  { people }: VaultPrincipals,
  wanted: (person: VaultPerson) => boolean = () => true,
): string[] => people.filter(wanted).map(({ roleArn }) => roleArn);
