import type { Config } from '../../config/config.ts';
import type { Organization } from '../../config/organization-schema.ts';
import type { Vendor } from '../../config/vendor-schema.ts';
import { partitionOfRegion } from '../../model/aws-regions.ts';
import type { CertificateSource } from './certificate-sources.ts';
import { type DeployedStack, deployedStacks } from './deployed-stacks.ts';

/** Kind of an account: the name of its bootstrap policy in `docs/bootstrap/`. */
export type AccountKind = 'management' | 'security' | 'log-archive' | 'backup' | 'vendor';

/** An account that stacks go to. */
export interface GuideAccount {
  readonly kind: AccountKind;
  readonly id: string;
  /** Profile of the AWS CLI that holds credentials of this account. */
  readonly profile: string;
  /** Regions in which it gets stacks, in the order in which they come. */
  readonly regions: readonly string[];
}

/** Everything that the steps take their values from. */
export interface FirstDeployment {
  /** Folder of the configuration, as it was given. */
  readonly directory: string;
  readonly organization: Organization;
  readonly vendor: Vendor;
  /** Every vendor's; the provider's applications serve all of them. */
  readonly vendors: readonly Vendor[];
  readonly accounts: Readonly<Record<AccountKind, GuideAccount>>;
  /** Home of the workspace's ARNs. */
  readonly home: { readonly partition: string; readonly account: string; readonly region: string };
  readonly stacks: readonly DeployedStack[];
  readonly policyTypes: readonly string[];
  readonly certificates: CertificateSource;
}

/** Reads a first deployment out of the configuration and the app that it makes. */
export function firstDeployment(
  config: Config,
  vendor: Vendor,
  certificates: CertificateSource,
): FirstDeployment {
  const { organization, vendors, directory } = config;
  const { stacks, policyTypes } = deployedStacks(config, vendor);
  const { management, security, logArchive, backup } = organization.accounts;
  const account = (kind: AccountKind, id: string, name: string = kind): GuideAccount => ({
    kind,
    id,
    profile: `lpo-${name}`,
    regions: [...new Set(stacks.filter((stack) => stack.account === id).map(({ region }) => region))],
  });
  return {
    directory,
    organization,
    vendor,
    vendors,
    accounts: {
      management: account('management', management),
      security: account('security', security),
      'log-archive': account('log-archive', logArchive),
      backup: account('backup', backup),
      // A vendor may be called `security` too.
      vendor: account('vendor', vendor.account, `vendor-${vendor.vendor}`),
    },
    home: {
      partition: partitionOfRegion.get(vendor.region) ?? 'aws',
      account: vendor.account,
      region: vendor.region,
    },
    stacks,
    policyTypes,
    certificates,
  };
}

/** The account that a stack goes to. */
export function accountOf({ accounts }: FirstDeployment, { id, account }: DeployedStack): GuideAccount {
  const found = Object.values(accounts).find((each) => each.id === account);
  if (found) return found;
  throw new Error(`${id}: got account ${account}, expected one of the organization or the vendor's.`);
}
