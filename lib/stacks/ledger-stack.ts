import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { roleArn } from '../constructs/arns.ts';
import { LedgerWriter } from '../constructs/ledger/ledger-writer.ts';
import { environmentRoleName, keyAlias, ledgerWriterRoleName, logBucketName } from '../model/names.ts';

export interface LedgerStackProps extends StackProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
}

/** Writer of a vendor's audit ledger, and the key that signs it, in the security account. */
export class LedgerStack extends Stack {
  constructor(scope: Construct, id: string, props: LedgerStackProps) {
    super(scope, id, props);
    const { accounts, roles, organizationId } = props.organization;
    const { vendor } = props.vendor;
    const deployRole = environmentRoleName(roles.deploy, this.account, this.region);
    new LedgerWriter(this, 'Ledger', {
      vendor,
      organizationId,
      roleName: ledgerWriterRoleName(vendor),
      keyAlias: keyAlias(vendor, 'ledger'),
      deployRoleArn: roleArn(this, deployRole),
      evidenceBucketName: logBucketName('evidence', vendor, accounts.logArchive, this.region),
      logArchiveAccount: accounts.logArchive,
    });
  }
}
