import type { Config } from '../config/config.ts';
import type { Jurisdiction } from '../config/law-schema.ts';
import type { Matter } from '../config/vendor-schema.ts';

type Adequate = Jurisdiction['transfers']['adequate'][number];

export const countryOf = (code: string): string => code.slice(0, 2);

/** Answers questions about the law files; built once for all vendors. */
export class LawIndex {
  private readonly byCode = new Map<string, Jurisdiction>();
  private readonly overlays: readonly Jurisdiction[];
  private readonly territories: ReadonlySet<string>;

  constructor(private readonly config: Config) {
    const territorial = config.law.filter(({ kind }) => kind === 'territory');
    for (const jurisdiction of territorial)
      for (const code of [jurisdiction.code, ...jurisdiction.covers]) this.byCode.set(code, jurisdiction);
    this.overlays = config.law.filter(({ kind }) => kind === 'overlay');
    this.territories = new Set(territorial.map(({ territory }) => territory));
  }

  /** The law of a place of origin; a part of a country without a file of its own falls under the country. */
  of(code: string): Jurisdiction | undefined {
    return this.byCode.get(code) ?? this.byCode.get(countryOf(code));
  }

  /** Legal area of a place, for example EU for DE; undefined when no file speaks for it. */
  territory(code: string): string | undefined {
    const country = countryOf(code);
    return this.of(code)?.territory ?? (this.territories.has(country) ? country : undefined);
  }

  sameTerritory(a: string, b: string): boolean {
    const territory = this.territory(a);
    return territory !== undefined && territory === this.territory(b);
  }

  /** Where a region lies; undefined when the region table does not say. */
  placeOfRegion(region: string): string | undefined {
    return this.config.regions.regions[region]?.place;
  }

  /** An adequacy decision of the origin for the destination that is in force on a day. */
  adequacy(origin: Jurisdiction, destination: string, asOf: string): Adequate | undefined {
    const names = [
      destination,
      countryOf(destination),
      this.of(destination)?.code,
      this.territory(destination),
    ];
    return origin.transfers.adequate.find(
      ({ place, until }) => names.includes(place) && (until === undefined || asOf <= until),
    );
  }

  /** Laws that add duties because of what a matter of this origin holds. */
  overlaysOf(matter: Matter): readonly Jurisdiction[] {
    const territories = new Set(matter.origins.map((origin) => this.territory(origin)));
    return this.overlays.filter(
      ({ territory, appliesTo }) =>
        territories.has(territory) && matter.dataClasses.some((name) => appliesTo?.includes(name)),
    );
  }

  /** Every law that touches a matter: origins, places of access, overlays. Each once. */
  lawsOf(matter: Matter): readonly Jurisdiction[] {
    const places = [...matter.origins, ...matter.accessCountries].map((code) => this.of(code));
    return [...new Set([...places.filter((law) => law !== undefined), ...this.overlaysOf(matter)])];
  }

  thresholds(): readonly { jurisdiction: Jurisdiction; threshold: Jurisdiction['bulkThresholds'][number] }[] {
    return this.config.law.flatMap((jurisdiction) =>
      jurisdiction.bulkThresholds.map((threshold) => ({ jurisdiction, threshold })),
    );
  }
}

/** Whether anything of US origin is in the matter. */
export const isOfUsOrigin = (matter: Matter): boolean =>
  matter.origins.some((origin) => countryOf(origin) === 'US');
