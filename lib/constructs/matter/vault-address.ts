import type { Stack } from 'aws-cdk-lib';
import type { Zone } from '../../model/engagement.ts';
import { matterAccessPointName, matterBucketName } from '../../model/names.ts';
import { accessPointArn, bucketArn } from '../arns.ts';
import type { VaultAddress } from './matter-permissions.ts';

/** Names of a zone's bucket and access point, known before either exists. */
export function vaultAddress(stack: Stack, vendor: string, matter: string, zone: Zone): VaultAddress {
  const { region, account } = stack;
  const bucketName = matterBucketName(vendor, matter, account, region, zone);
  const accessPointName = matterAccessPointName(vendor, matter, zone);
  return {
    zone,
    bucketName,
    bucketArn: bucketArn(stack, bucketName),
    accessPointName,
    accessPointArn: accessPointArn(stack, accessPointName),
  };
}
