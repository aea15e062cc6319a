import { resolveCertificates } from '../lib/config/certificates.ts';
import type { Config } from '../lib/config/config.ts';

/** The day on which the records of the shipped examples are judged. */
export const asOf = '2026-11-21';

/** The same organization with `count` vendors, the shipped ones under other slugs and accounts. */
export function manyVendors(config: Config, count: number): Config {
  const vendors = Array.from({ length: count }, (_, index) => {
    const model = config.vendors[index % config.vendors.length];
    if (!model) throw new Error('the configuration has no vendor');
    const number = String(index + 1).padStart(4, '0');
    return {
      ...model,
      vendor: `vendor${number}`,
      account: `30000000${number}`,
      certificates: resolveCertificates(config.organization, model),
    };
  });
  return { ...config, vendors };
}

/** The same with health and card data in every matter, so that every pack runs for every vendor. */
export function withEveryPack(config: Config): Config {
  const vendors = config.vendors.map((vendor) => ({
    ...vendor,
    matters: vendor.matters.map((matter) => ({
      ...matter,
      dataClasses: [...matter.dataClasses, 'PHI' as const, 'CARDHOLDER' as const],
    })),
  }));
  return { ...config, vendors };
}
