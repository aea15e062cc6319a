import { type MatterFunction, matterFunctions } from '../../config/vendor-schema';
import { matterRoleName, matterServiceRoleName, vendorRoleName } from '../../model/names';

/** ARNs of everyone a matter's policies know. */
export interface MatterPrincipals {
  readonly people: Readonly<Record<MatterFunction, string>>;
  readonly malwareScan: string;
  readonly backup: string;
  readonly keyCustodian: string;
  readonly deploy: string;
}

/** @param iam prefix of the account's role ARNs, `arn:<partition>:iam::<account>:role/` */
export function matterPrincipals(
  iam: string,
  vendor: string,
  matter: string,
  deployRoleName: string,
): MatterPrincipals {
  const people = Object.fromEntries(
    matterFunctions.map((fn) => [fn, `${iam}${matterRoleName(vendor, matter, fn)}`]),
  ) as Record<MatterFunction, string>;
  return {
    people,
    malwareScan: `${iam}${matterServiceRoleName(vendor, matter, 'malware-scan')}`,
    backup: `${iam}${matterServiceRoleName(vendor, matter, 'backup')}`,
    keyCustodian: `${iam}${vendorRoleName(vendor, 'key-custodian')}`,
    deploy: `${iam}${deployRoleName}`,
  };
}
