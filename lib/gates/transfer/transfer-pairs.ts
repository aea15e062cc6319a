import type { Transfer } from '../../config/records/transfer-schema.ts';
import type { Matter } from '../../config/vendor-schema.ts';
import type { YamlPath } from '../../config/yaml-file.ts';
import type { Jurisdiction } from '../../law/jurisdiction-schema.ts';
import { eachMatter, type GateContext } from '../gate-context.ts';

/** Data of one origin that is stored, copied or looked at in another legal area. */
export interface TransferPair {
  readonly matter: Matter;
  readonly origin: string;
  readonly law: Jurisdiction;
  readonly destination: string;
  readonly why: 'stored' | 'copied' | 'seen';
  readonly path: YamlPath;
}

/** Every pair of a vendor whose two ends differ; viewing on a screen is a transfer like any other. */
export function transferPairs(context: GateContext): TransferPair[] {
  const { vendor, law } = context;
  const pairs: TransferPair[] = [];
  const places: [string | undefined, TransferPair['why'], YamlPath][] = [
    [law.placeOfRegion(vendor.region), 'stored', ['region']],
    [vendor.recoveryRegion && law.placeOfRegion(vendor.recoveryRegion), 'copied', ['recoveryRegion']],
  ];
  eachMatter(context, (matter, at) => {
    for (const origin of matter.origins) {
      const originLaw = law.of(origin);
      if (!originLaw) continue;
      const seen = matter.accessCountries.map((country, index): [string, 'seen', YamlPath] => [
        country,
        'seen',
        at('accessCountries', index),
      ]);
      for (const [destination, why, path] of [...places, ...seen])
        if (destination && !law.sameTerritory(origin, destination))
          pairs.push({ matter, origin, law: originLaw, destination, why, path });
    }
    return [];
  });
  return pairs;
}

/** Mechanisms recorded for a pair, whether or not they are good enough. */
export function mechanismsFor(
  context: GateContext,
  pair: TransferPair,
): { transfer: Transfer; index: number }[] {
  const { law, vendor } = context;
  return vendor.transfers
    .map((transfer, index) => ({ transfer, index }))
    .filter(
      ({ transfer }) =>
        (transfer.origin === pair.origin || transfer.origin === pair.law.code) &&
        (transfer.destination === pair.destination ||
          transfer.destination === law.of(pair.destination)?.code),
    );
}

export const inForce = (record: { signedOn: string; expiresOn: string }, asOf: string): boolean =>
  record.signedOn <= asOf && asOf <= record.expiresOn;
