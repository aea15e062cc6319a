import { DescribeKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import { keyAlias, matterZone } from '../../../model/names';
import { actOnAll, notApplicable, type Outcome } from '../step-report';
import { mattersOf, type Step } from '../switch-parts';

/** KMS allows five DisableKey requests a second; the SDK's retries take the rest. */
const limit = 3;

/**
 * Disables the keys of every zone of the matters. S3 keeps a bucket key for a while after that, which is why the most sensitive
 * matters have none, and why this step comes after those that cut at once.
 */
export const disableKeys: Step = async (parts, request) => {
  if (request.scope === 'person')
    return notApplicable(
      'disable-keys',
      'A key belongs to a matter; disabling it would stop everybody on it.',
    );
  const { kms } = await parts.inVendorAccount();
  return actOnAll('disable-keys', {
    targets: mattersOf(parts, request).flatMap(({ id, zones }) =>
      zones.map((zone) => keyAlias(parts.vendor, matterZone(id, zone))),
    ),
    name: (alias) => alias,
    limit,
    act: async (alias): Promise<Outcome> => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: alias }));
      // Disabled or waiting for deletion: nobody uses it any more.
      if (KeyMetadata?.KeyState !== 'Enabled') return 'already';
      await kms.send(new DisableKeyCommand({ KeyId: KeyMetadata.KeyId }));
      return 'done';
    },
  });
};
