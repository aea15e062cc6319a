import ipaddr from 'ipaddr.js';
import type { PublishedRoster, RosterEntry, Site } from '../../model/published-roster';
import { type Refusal, refuse } from './refusal';

/**
 * Where the person connects from: one of the person's own sites, in a country every matter allows.
 *
 * The country is the registered one of the site whose range holds the address. There is no guess by
 * geolocation: an address of no site is an unknown place.
 */
export function placeRefusal(
  publicIp: string,
  roster: PublishedRoster,
  entry: RosterEntry,
  matters: readonly string[],
): { readonly site: string; readonly country: string } | Refusal {
  const id = entry.sites.find((site) => holds(siteOf(roster, site), publicIp));
  const site = id === undefined ? undefined : siteOf(roster, id);
  if (id === undefined || !site)
    return refuse('PLACE', 'You are not connecting from a site registered for you.');
  if (site.country !== entry.country)
    return refuse('COUNTRY', `Your records say ${entry.country}; this site is in ${site.country}.`);
  const closed = matters.find(
    (matter) => !matterOf(roster, matter)?.accessCountries.some((code) => covers(code, site.country)),
  );
  if (closed) return refuse('COUNTRY', `Matter ${closed} may not be seen from ${site.country}.`);
  return { site: id, country: site.country };
}

const siteOf = (roster: PublishedRoster, id: string): Site | undefined =>
  Object.hasOwn(roster.sites, id) ? roster.sites[id] : undefined;

const matterOf = (roster: PublishedRoster, id: string) =>
  Object.hasOwn(roster.matters, id) ? roster.matters[id] : undefined;

/** `US` covers `US-NY`; `US-NY` covers itself alone. */
const covers = (allowed: string, country: string): boolean =>
  allowed === country || country.startsWith(`${allowed}-`);

function holds(site: Site | undefined, publicIp: string): boolean {
  if (!site || !ipaddr.isValid(publicIp)) return false;
  if (site.addresses === 'any') return true;
  const address = ipaddr.process(publicIp);
  return site.addresses.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === address.kind() && address.match(network, bits);
  });
}
