import type { Place } from '../policy/statement.ts';
import type { Interval, Ipv4Set } from './ipv4-set.ts';

export interface Vpc {
  readonly id: string;
  readonly blocks: Ipv4Set;
  readonly place: Place;
}

export interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly block: Interval;
  readonly label: string;
  readonly routeTable?: string;
  readonly acl?: string;
}

export interface Route {
  readonly table: string;
  /** Undefined for IPv6 and for prefix lists, whose addresses no template tells: then it covers everything. */
  readonly destination?: Interval;
  readonly written: string;
  /** Property that names the target, and its identifier. */
  readonly via: string;
  readonly target: string;
  readonly place: Place;
}

export interface AclEntry {
  readonly acl: string;
  readonly number: number;
  readonly egress: boolean;
  readonly allow: boolean;
  readonly block: Interval;
  readonly protocol: number;
  readonly ports: readonly [number, number];
  readonly place: Place;
}

export interface SecurityRule {
  readonly group: string;
  readonly egress: boolean;
  /** Range, where it is not a security group. */
  readonly block?: Interval;
  readonly peerGroup?: string;
  readonly protocol: string;
  readonly ports: readonly [number, number];
  readonly place: Place;
}

export interface ClientVpn {
  readonly id: string;
  readonly place: Place;
  readonly clients: Interval;
  readonly groups: readonly string[];
  readonly subnets: readonly string[];
  readonly authorizations: readonly {
    readonly block: Interval;
    readonly everyone: boolean;
    readonly group: string;
    readonly place: Place;
  }[];
  readonly routes: readonly { readonly block: Interval; readonly subnet: string; readonly place: Place }[];
  readonly splitTunnel: boolean;
  readonly sessionHours: number;
  readonly disconnects: boolean;
  /** Value of the `lpo:data-class` tag, if there is one. */
  readonly dataClasses?: string;
}

export interface InterfaceEndpoint {
  readonly id: string;
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
}

export interface Network {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routes: readonly Route[];
  readonly aclEntries: readonly AclEntry[];
  readonly rules: readonly SecurityRule[];
  readonly vpns: readonly ClientVpn[];
  readonly endpoints: readonly InterfaceEndpoint[];
  /** NAT gateway to its subnet. */
  readonly nats: ReadonlyMap<string, string>;
  /** Peering connection to its two VPCs. */
  readonly peerings: ReadonlyMap<string, readonly [string, string]>;
}
