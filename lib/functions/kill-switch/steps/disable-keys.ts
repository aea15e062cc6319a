import { keyAlias, matterZone } from '../../../model/names.ts';
import { writeBefore } from '../exhibit.ts';
import { inParallel } from '../in-parallel.ts';
import type { Step } from '../step.ts';
import { actOnAll, notApplicable, type Outcome } from '../step-report.ts';
import { mattersOf } from '../switch-parts.ts';

const name = 'disable-keys';

/** KMS allows five DisableKey requests a second; the SDK's retries take the rest. */
const limit = 3;

/** States in which nobody uses a key; from every other one it is disabled. */
const closed: ReadonlySet<string> = new Set([
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
]);

/**
 * Disables the keys of every zone of the matters. S3 keeps a bucket key for a while after that, which is why
 * the most sensitive matters have none, and why this step comes after those that cut at once.
 */
export const step: Step = {
  name,
  phase: { branch: 'keys' },
  order: 70,
  permissions: {
    vendor: ({ keysArn }) => [
      {
        sid: 'DisableKeys',
        actions: ['kms:DescribeKey', 'kms:DisableKey'],
        resources: [keysArn],
      },
    ],
  },
  run: async (parts, request) => {
    if (request.scope === 'person')
      return notApplicable(name, 'A key belongs to a matter; disabling it would stop everybody on it.');
    const { kms } = await parts.inVendorAccount();
    const aliases = mattersOf(parts, request).flatMap(({ id, zones }) =>
      zones.map((zone) => keyAlias(parts.vendor, matterZone(id, zone))),
    );
    const found = await inParallel(aliases, limit, async (KeyId) => {
      const { KeyMetadata } = await kms.describeKey({ KeyId });
      if (!KeyMetadata?.KeyId || !KeyMetadata.KeyState)
        throw new Error('got an answer without the state of the key, expected one');
      return { id: KeyMetadata.KeyId, state: KeyMetadata.KeyState };
    });
    const before = Object.fromEntries(
      found.map((each, index) => [aliases[index], each.status === 'fulfilled' ? each.value.state : 'unread']),
    );
    return actOnAll(name, {
      targets: found.map((key, index) => ({ alias: aliases[index] ?? '', key })),
      name: ({ alias }) => alias,
      limit,
      before,
      note: await writeBefore(parts, request.incident, name, before),
      act: async ({ key }): Promise<Outcome> => {
        if (key.status === 'rejected') throw key.reason;
        if (closed.has(key.value.state)) return 'already';
        await kms.disableKey({ KeyId: key.value.id });
        return 'done';
      },
    });
  },
};
