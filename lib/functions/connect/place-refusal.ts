import ipaddr from 'ipaddr.js';
import {
  notOnFile,
  type PublishedRoster,
  type RosterEntry,
  type Site,
} from '../../model/published-roster.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface Place {
  readonly site: string;
  readonly country: string;
  /** False when no address range is on file: site and country are then those of the record. */
  readonly siteChecked: boolean;
}

/**
 * Refusal by place: a person connects from one of the person's own sites, in a country every matter allows.
 *
 * The country is the registered one of the site whose range holds the address. There is no guess by
 * geolocation: an address of no site is an unknown place. Where the roster says that no range, or no site at
 * all, is on file, only the countries on record are compared.
 */
export function placeRefusal(
  publicIp: string,
  roster: PublishedRoster,
  entry: RosterEntry,
  matters: readonly string[],
): Place | Refusal {
  const place = placeOf(publicIp, roster, entry);
  if (!place) return refuse('PLACE', 'You are not connecting from a site registered for you.');
  if (place.country !== entry.country)
    return refuse('COUNTRY', `Your records say ${entry.country}; this site is in ${place.country}.`);
  const closed = matters.find(
    (matter) => !matterOf(roster, matter)?.accessCountries.some((code) => covers(code, place.country)),
  );
  if (closed) return refuse('COUNTRY', `Matter ${closed} may not be seen from ${place.country}.`);
  return place;
}

function placeOf(publicIp: string, roster: PublishedRoster, entry: RosterEntry): Place | undefined {
  if (!ipaddr.isValid(publicIp)) return undefined;
  if (entry.sites === notOnFile) return { site: notOnFile, country: entry.country, siteChecked: false };
  const sites = entry.sites.flatMap((id) => {
    const site = siteOf(roster, id);
    return site ? [{ id, ...site }] : [];
  });
  const found =
    sites.find((site) => holds(site, publicIp)) ?? sites.find(({ addresses }) => addresses === notOnFile);
  return found && { site: found.id, country: found.country, siteChecked: found.addresses !== notOnFile };
}

const siteOf = (roster: PublishedRoster, id: string): Site | undefined =>
  Object.hasOwn(roster.sites, id) ? roster.sites[id] : undefined;

const matterOf = (roster: PublishedRoster, id: string) =>
  Object.hasOwn(roster.matters, id) ? roster.matters[id] : undefined;

/** `US` covers `US-NY`; `US-NY` covers itself alone. */
const covers = (allowed: string, country: string): boolean =>
  allowed === country || country.startsWith(`${allowed}-`);

function holds({ addresses }: Site, publicIp: string): boolean {
  if (addresses === notOnFile) return false;
  const address = ipaddr.process(publicIp);
  return addresses.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === address.kind() && address.match(network, bits);
  });
}
