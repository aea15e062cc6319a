import type { Quota, ServiceQuotas } from './quotas-schema.ts';

/** A figure for one place that takes the place of what AWS grants to everybody. */
export interface Granted {
  readonly quota: string;
  readonly value: number;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** An account and a Region; each absent where a quota is not per such a place. */
export interface QuotaPlace {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** Figure that AWS grants to everybody in a Region. */
export const defaultOf = (quota: Quota, region?: string): number =>
  (region === undefined ? undefined : quota.inRegion?.[region as keyof typeof quota.inRegion]) ?? quota.value;

/** True for a quota of an account, or of a Region. */
export function usedUpBy({ per }: Quota, place: 'account' | 'region'): boolean {
  if (per === 'organization') return false;
  return place === 'account' || per !== 'account';
}

/** Answers to questions about the quotas of AWS and what a firm has had raised. */
export class QuotaIndex {
  private readonly byId: ReadonlyMap<string, Quota>;
  private readonly serviceOfId: ReadonlyMap<string, ServiceQuotas>;

  constructor(
    services: readonly ServiceQuotas[],
    private readonly granted: readonly Granted[] = [],
  ) {
    const all = services.flatMap((service) =>
      service.quotas.map((quota) => [quota.id, { quota, service }] as const),
    );
    this.byId = new Map(all.map(([id, { quota }]) => [id, quota]));
    this.serviceOfId = new Map(all.map(([id, { service }]) => [id, service]));
  }

  get ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  get all(): readonly Quota[] {
    return [...this.byId.values()];
  }

  find(id: string): Quota | undefined {
    return this.byId.get(id);
  }

  /** The file a quota is in. */
  serviceOf({ id }: Quota): ServiceQuotas {
    const service = this.serviceOfId.get(id);
    if (!service) throw new Error(`${id}: got a quota of no service, expected one of lib/quotas`);
    return service;
  }

  /**
   * The figure in force at a place: the lowest of those granted for exactly that place, or else for less of it, or
   * else what AWS grants to everybody.
   */
  limit(quota: Quota, place: QuotaPlace): number {
    const here = this.granted.filter(
      ({ quota: id, account, region }) =>
        id === quota.id &&
        (account === undefined || account === place.account) &&
        (region === undefined || region === place.region),
    );
    if (here.length === 0) return defaultOf(quota, place.region);
    const names = ({ account, region }: Granted): number =>
      Number(account !== undefined) + Number(region !== undefined);
    const nearest = Math.max(...here.map(names));
    return Math.min(...here.filter((one) => names(one) === nearest).map(({ value }) => value));
  }
}
