import type { Jurisdiction } from './jurisdiction-schema.ts';
import type { RegionTable } from './regions-schema.ts';

/** An adequacy decision of one jurisdiction about another. */
export type Adequate = Jurisdiction['transfers']['adequate'][number];

export const countryOf = (code: string): string => code.slice(0, 2);

/** The law as it was read: every jurisdiction, and where each Region lies. */
export interface Law {
  /** Jurisdictions, one file each. */
  readonly law: readonly Jurisdiction[];
  /** AWS Regions with the jurisdiction each lies in. */
  readonly regions: RegionTable;
}

/** Facts about a matter that the law depends on. */
export interface MatterPlaces {
  /** Places the data comes from. */
  readonly origins: readonly string[];
  /** Places people look at it from. */
  readonly accessCountries: readonly string[];
  /** Data classes of the matter. */
  readonly dataClasses: readonly string[];
}

/** Answers to questions about the law files; built once for all vendors. */
export class LawIndex {
  private readonly byCode = new Map<string, Jurisdiction>();
  private readonly overlays: readonly Jurisdiction[];
  private readonly territories: ReadonlySet<string>;

  constructor(private readonly config: Law) {
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

  /** True where two jurisdictions are of one territory: a state and its federation. */
  sameTerritory(a: string, b: string): boolean {
    const territory = this.territory(a);
    return territory !== undefined && territory === this.territory(b);
  }

  /** Place of a Region; undefined when the table of Regions does not say. */
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
  overlaysOf(matter: MatterPlaces): readonly Jurisdiction[] {
    const territories = new Set(matter.origins.map((origin) => this.territory(origin)));
    return this.overlays.filter(
      ({ territory, appliesTo }) =>
        territories.has(territory) && appliesTo?.some((name) => matter.dataClasses.includes(name)),
    );
  }

  /** Every law that touches a matter: origins, places of access, overlays. Each once. */
  lawsOf(matter: MatterPlaces): readonly Jurisdiction[] {
    const places = [...matter.origins, ...matter.accessCountries].map((code) => this.of(code));
    return [...new Set([...places.filter((law) => law !== undefined), ...this.overlaysOf(matter)])];
  }

  /** Thresholds of bulk-data rules, of every jurisdiction. */
  thresholds(): readonly { jurisdiction: Jurisdiction; threshold: Jurisdiction['bulkThresholds'][number] }[] {
    return this.config.law.flatMap((jurisdiction) =>
      jurisdiction.bulkThresholds.map((threshold) => ({ jurisdiction, threshold })),
    );
  }
}

/** True where anything of US origin is in the matter. */
export const isOfUsOrigin = (matter: Pick<MatterPlaces, 'origins'>): boolean =>
  matter.origins.some((origin) => countryOf(origin) === 'US');
