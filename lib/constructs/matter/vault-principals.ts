import { type MatterFunction, matterFunctions, type Zone } from '../../model/engagement.ts';
import { matterRoleName, matterServiceRoleName, vendorRoleName } from '../../model/names.ts';
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
  /** Prefix of the account's role ARNs, `arn:<partition>:iam::<account>:role/`. */
  readonly iam: string;
  readonly vendor: string;
  readonly matter: string;
  readonly zone: Zone;
  /** All functions of the matter. */
  readonly functions: readonly MatterFunction[];
  readonly deployRoleName: string;
}

export function vaultPrincipals(options: VaultPrincipalsOptions): VaultPrincipals {
  const { iam, vendor, matter, zone, functions, deployRoleName } = options;
  const access = accessByFunction(zone, functions);
  return {
    people: matterFunctions.flatMap((fn) => {
      const held = access[fn];
      return held ? [{ fn, roleArn: `${iam}${matterRoleName(vendor, matter, fn)}`, access: held }] : [];
    }),
    malwareScan: `${iam}${matterServiceRoleName(vendor, matter, 'malware-scan', zone)}`,
    backup: `${iam}${matterServiceRoleName(vendor, matter, 'backup', zone)}`,
    restore: `${iam}${matterServiceRoleName(vendor, matter, 'restore', zone)}`,
    restoreTest: `${iam}${matterServiceRoleName(vendor, matter, 'restore-test', zone)}`,
    keyCustodian: `${iam}${vendorRoleName(vendor, 'key-custodian')}`,
    deploy: `${iam}${deployRoleName}`,
  };
}

/** Role ARNs of the people whose access satisfies a condition. */
export const peopleWho = (
  { people }: VaultPrincipals,
  wanted: (person: VaultPerson) => boolean = () => true,
): string[] => people.filter(wanted).map(({ roleArn }) => roleArn);
