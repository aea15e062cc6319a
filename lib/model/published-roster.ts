/** The people and places of one vendor, as the gates leave them: what the connect handler decides by. */
export interface PublishedRoster {
  readonly format: typeof rosterFormat;
  readonly vendor: string;
  /** Directory groups: each gives one function on one matter. Groups that are not here give nothing. */
  readonly groups: Readonly<Record<string, Duty>>;
  readonly matters: Readonly<Record<string, { readonly accessCountries: readonly string[] }>>;
  readonly sites: Readonly<Record<string, Site>>;
  /** Pairs of matters that no person may know both of. */
  readonly walls: readonly Wall[];
  readonly devices: DeviceRules;
  /** By person id; nobody else connects. */
  readonly people: Readonly<Record<string, RosterEntry>>;
}

export const rosterFormat = 'lpo-roster/1';

/** Stated, never left out: an absent fact is no permission. */
export const notOnFile = 'not-on-file';

/** A function on a matter. */
export interface Duty {
  /** Id of the matter. */
  readonly matter: string;
  /** Name of the function: `reviewer`. */
  readonly function: string;
}

/** A place that people work at. */
export interface Site {
  /** ISO 3166 code. */
  readonly country: string;
  /**
   * Ranges the site reaches the internet from, CIDR. Not on file: the site is not checked, and the log of
   * each decision says so.
   */
  readonly addresses: readonly string[] | typeof notOnFile;
}

/** An ethical wall between two matters. */
export interface Wall {
  /** Id of the wall in the conflict register. */
  readonly id: string;
  /** Ids of the two matters. */
  readonly between: readonly [string, string];
}

export interface DeviceRules {
  /** Values of `platform` as Client VPN sends them, lower case; `any` must be said. */
  readonly platforms: readonly string[] | 'any';
  /** Oldest VPN client, dotted numbers. @default - every client Client VPN itself accepts */
  readonly minimumClientVersion?: string;
}

/** Facts about a person that a connection is decided by. */
export interface RosterEntry {
  /** Country the person works in, ISO 3166 code. */
  readonly country: string;
  /** Sites the person works at; the firm's own people have none, and their country on record counts. */
  readonly sites: readonly string[] | typeof notOnFile;
  /** Duties of the person. */
  readonly assignments: readonly Assignment[];
  /** Matters known from earlier work; walls count them. */
  readonly pastMatters: readonly string[];
  /** Common names of the person's device certificates. @default - any device the client root signed */
  readonly devices?: readonly string[];
}

/** A duty of a person, with its first and last day. */
export interface Assignment extends Duty {
  /** First day, YYYY-MM-DD, UTC. */
  readonly from: string;
  /** Last day that counts: the earliest of assignment, undertaking, training and screening. */
  readonly until: string;
}
