import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  arns,
  federatedTrust,
  type MatterFunction,
  MatterRoles,
  MatterVault,
  names,
  tagWorkspace,
  type WorkspaceNetwork,
} from 'closed-room';
import type { Construct } from 'constructs';

export interface MatterStackProps extends StackProps {
  /** Slug of the vendor; it stands in every physical name. */
  readonly vendor: string;
  /** Id of the matter; it names no client and no party. */
  readonly matter: string;
  /** Day the matter closes, YYYY-MM-DD. */
  readonly closeDate: string;
  readonly network: WorkspaceNetwork;
  /** Name of the IAM SAML provider through which people come. */
  readonly samlProvider: string;
  /** Account of the backup copies. */
  readonly backupAccount: string;
}

const functions: readonly MatterFunction[] = [
  'reviewer',
  'supervisingLawyer',
  'releaseApprover',
  'secondApprover',
  'matterAdministrator',
];

/** One matter: its people's roles and the vault of its documents. */
export class MatterStack extends Stack {
  constructor(scope: Construct, id: string, props: MatterStackProps) {
    super(scope, id, props);
    const { vendor, matter, closeDate, network } = props;
    const trust = federatedTrust(arns.samlProviderArn(this, props.samlProvider), this.region);
    const people = new MatterRoles(this, 'People', { vendor, matter, functions, trust });
    new MatterVault(this, 'Vault', {
      vendor,
      matter,
      functions,
      people,
      trust,
      vpcId: network.network.vpc.vpcId,
      s3EndpointId: network.endpoints.byService.s3.attrId,
      retentionDays: 365,
      closeDate,
      copyVaultArn: arns.backupVaultArn(this, names.backupVaultName(vendor, 'copy'), {
        account: props.backupAccount,
      }),
      // This app deploys none; its role cannot be named before it exists.
      killSwitch: false,
    });

    tagWorkspace(this, {
      'lpo:vendor': vendor,
      'lpo:matter': matter,
      'lpo:data-class': 'CONFIDENTIAL',
      'lpo:owner': 'platform-team',
      'lpo:environment': 'production',
    });
  }
}
