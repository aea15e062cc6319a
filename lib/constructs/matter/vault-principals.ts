import type { IConstruct } from 'constructs';
import { type MatterFunction, matterFunctions, type Zone } from '../../model/engagement.ts';
import { matterRoleName, matterServiceRoleName, vendorRoleName } from '../../model/names.ts';
import { roleArn } from '../arns.ts';
import { type Access, accessByFunction } from './access-by-function.ts';

/** One function with access to a zone. */
export interface VaultPerson {
  readonly fn: MatterFunction;
  readonly roleArn: string;
  readonly access: Access;
}

/** Everyone the policies of one zone know. */
export interface VaultPrincipals {
  readonly people: readonly VaultPerson[];
  readonly malwareScan: string;
  readonly backup: string;
  /** Writes back what was backed up. */
  readonly restore: string;
  /** Writes what was backed up into the buckets that AWS Backup makes to test it. */
  readonly restoreTest: string;
  readonly keyCustodian: string;
  readonly deploy: string;
}

export interface VaultPrincipalsOptions {
  /** Construct in the vendor's account, where all of these roles are. */
  readonly scope: IConstruct;
  readonly vendor: string;
  readonly matter: string;
  readonly zone: Zone;
  /** All functions of the matter. */
  readonly functions: readonly MatterFunction[];
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
      const held = access[fn];
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
