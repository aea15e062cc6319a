import { asText } from '../../../lib/model/as-text.ts';
import type { Made, World } from '../world/world.ts';
import type { Fact } from './job.ts';
import { isMade } from './made.ts';
import { partitionOf } from './roles.ts';

/** A backup vault of the vendor, with its key. */
export interface Vault {
  readonly arn: string;
  readonly key: string;
  readonly account: string;
  readonly region: string;
  /** ARN pattern of the recovery points beside it. */
  readonly recoveryPoints: string;
}

/** Vaults of the vendor, in every account. */
export const vaultsOf = (world: World): Vault[] =>
  world.ofType('AWS::Backup::BackupVault').map(({ account, region, properties }) => {
    const place = `arn:${partitionOf(world)}:backup:${region}:${account}`;
    return {
      arn: `${place}:backup-vault:${properties.BackupVaultName}`,
      key: asText(properties.EncryptionKeyArn),
      account,
      region,
      recoveryPoints: `${place}:recovery-point:*`,
    };
  });

/** The vault of a name in an account and Region; undefined where no template makes it. */
export const vaultAt = (
  world: World,
  { account, region }: Pick<Made, 'account' | 'region'>,
  name: string,
): Made | undefined =>
  world
    .ofType('AWS::Backup::BackupVault')
    .find(
      (vault) =>
        vault.account === account && vault.region === region && vault.properties.BackupVaultName === name,
    );

/** There is a vault beside the documents, and one in another account. */
export const vaultsAreMade = (world: World): Fact[] => [
  isMade(
    'vault beside the documents',
    vaultsOf(world).filter(({ account }) => account === world.account),
  ),
  isMade(
    'vault in another account',
    vaultsOf(world).filter(({ account }) => account !== world.account),
  ),
];
