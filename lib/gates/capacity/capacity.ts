import type { Config } from '../../config/config.ts';
import type { Vendor } from '../../config/vendor-schema.ts';
import { compareText } from '../../model/order.ts';
import { bootstrapNeeds } from '../../needs/bootstrap.ts';
import type { Need } from '../../needs/need.ts';
import { organizationNeeds } from '../../needs/organization-needs.ts';
import { vendorNeeds } from '../../needs/vendor-needs.ts';
import { QuotaIndex } from '../../quotas/quota-index.ts';
import type { Quota } from '../../quotas/quotas-schema.ts';

/** Use of one quota in one place. */
export interface Use {
  readonly quota: Quota;
  /** The place in words: `account 100000000002`, `stack meridian/Access`. */
  readonly of: string;
  readonly account: string;
  readonly region: string;
  /** Taken by this vendor and by all that come before it. */
  readonly value: number;
  readonly limit: number;
  /** Vendors that take of it so far. */
  readonly vendors: number;
}

/** Needs of every vendor of a configuration against the quotas of AWS, before anything is built. */
export class Capacity {
  readonly quotas: QuotaIndex;
  private readonly uses = new Map<string, readonly Use[]>();
  private readonly quotasOf = new Map<string, readonly Quota[]>();
  private readonly totals = new Map<string, { value: number; vendors: Set<string> }>();
  private readonly counted = new Set<string>();

  constructor(config: Config) {
    this.quotas = new QuotaIndex(config.quotas, config.organization.quotas);
    for (const quota of this.quotas.all)
      for (const type of quota.counts ?? [])
        this.quotasOf.set(type, [...(this.quotasOf.get(type) ?? []), quota]);
    const shared = organizationNeeds(
      config.organization,
      config.vendors.map(({ region }) => region),
    );
    for (const need of shared) this.take(need, '');
    for (const vendor of inOrder(config.vendors)) {
      const needs = vendorNeeds({ organization: config.organization, vendor });
      const before = [...shared, ...needs].flatMap(({ account, region }) => bootstrapNeeds(account, region));
      const taken = new Map<string, Use>();
      for (const need of [...before, ...needs])
        for (const [key, use] of this.take(need, vendor.vendor)) taken.set(key, use);
      this.uses.set(vendor.vendor, [...taken.values()]);
    }
  }

  /** Every quota the vendor takes of, in every place, each with what is taken once the vendor is there. */
  of(vendor: string): readonly Use[] {
    return this.uses.get(vendor) ?? [];
  }

  private take(need: Need, vendor: string): [string, Use][] {
    if (this.counted.has(need.id)) return [];
    this.counted.add(need.id);
    const all = Object.values(need.resources).reduce((total, count) => total + count, 0);
    const resources = need.byHand
      ? need.resources
      : { ...need.resources, ...need.also, '*': all, 'AWS::CloudFormation::Stack': 1 };
    const counts = Object.entries(resources).flatMap(([type, count]) =>
      (this.quotasOf.get(type) ?? []).map((quota) => this.add(quota, need, vendor, count)),
    );
    const measures = (need.measures ?? []).map(({ quota: id, of, value }): [string, Use] => {
      const quota = this.quotas.find(id);
      if (!quota) throw new Error(`${need.id}: got a need of ${id}, expected a quota of lib/quotas`);
      const { account, region } = need;
      const limit = this.quotas.limit(quota, need);
      return [`${id} ${need.id}`, { quota, of, account, region, value, limit, vendors: 1 }];
    });
    return [...counts, ...measures];
  }

  private add(quota: Quota, need: Need, vendor: string, count: number): [string, Use] {
    const of = placeOf(quota, need);
    const key = `${quota.id} ${of}`;
    const total = this.totals.get(key) ?? { value: 0, vendors: new Set() };
    total.value += count;
    if (vendor) total.vendors.add(vendor);
    this.totals.set(key, total);
    const { account, region } = need;
    const limit = this.quotas.limit(quota, need);
    return [key, { quota, of, account, region, value: total.value, limit, vendors: total.vendors.size }];
  }
}

/** By the day of the contract, then by slug: where a shared account is full, those that came first stay. */
const inOrder = (vendors: readonly Vendor[]): readonly Vendor[] =>
  [...vendors].sort(
    (a, b) =>
      compareText(a.contract?.signedOn ?? '9999', b.contract?.signedOn ?? '9999') ||
      compareText(a.vendor, b.vendor),
  );

function placeOf({ id, per }: Quota, need: Need): string {
  switch (per) {
    case 'organization':
      return 'the organization';
    case 'account':
      return `account ${need.account}`;
    case 'account and Region':
      return `account ${need.account}, ${need.region}`;
    case 'stack':
      return `stack ${need.id}`;
    case 'Client VPN endpoint':
      return `the VPN endpoint of ${need.id.split('/')[0]}`;
    default:
      throw new Error(`${id}: got counts per ${per}, expected a scope that resources are added up over`);
  }
}

const known = new WeakMap<Config, Capacity>();

/** The capacity of a configuration, computed once: it is the same on every day. */
export function capacityOf(config: Config): Capacity {
  const found = known.get(config) ?? new Capacity(config);
  known.set(config, found);
  return found;
}
