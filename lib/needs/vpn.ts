import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { matterFunctions } from '../model/engagement.ts';
import { spreadOverStacks } from '../model/spread-over-stacks.ts';
import { functionsOf } from '../profile/functions-of.ts';
import { each, type Resources, sum } from './need.ts';

/** Authorization rules in one stack; the first holds the endpoint beside them, of 500 resources. */
const rulesInAStack = 480;

/** Rules of a group: subnets of the endpoints lie side by side, one a zone, and as many as a power of two are one range. */
const rulesOfGroup = (zones: number): number => zones.toString(2).replaceAll('0', '').length;

/** Matters whose groups each stack of a vendor's VPN lets in, in the order of the file. */
export function mattersByStack({
  matters,
  availabilityZones,
}: Pick<Vendor, 'matters' | 'availabilityZones'>): readonly (readonly Matter[])[] {
  // As many as there can be, so that who fills a function today moves no matter.
  const rulesOfMatter = matterFunctions.length * rulesOfGroup(availabilityZones.length);
  const ids = matters.map(({ id }) => id);
  return spreadOverStacks(ids, Math.floor(rulesInAStack / rulesOfMatter)).map((stack) =>
    matters.filter(({ id }) => stack.includes(id)),
  );
}

/**
 * The `Vpn` stack when somebody fills every function, which is more than on a day on which records have expired: the
 * place must be there when they are renewed.
 */
export const vpnResources = (zones: number, matters: readonly Matter[]): Resources =>
  sum(
    each(1, ['AWS::IAM::SAMLProvider', 'AWS::EC2::ClientVpnEndpoint']),
    { 'AWS::EC2::ClientVpnTargetNetworkAssociation': zones },
    vpnRuleResources(zones, matters),
  );

/** A `Vpn-2` stack and those after it: rules of further matters. */
export const vpnRuleResources = (zones: number, matters: readonly Matter[]): Resources => ({
  'AWS::EC2::ClientVpnAuthorizationRule': matters.flatMap(functionsOf).length * rulesOfGroup(zones),
});
