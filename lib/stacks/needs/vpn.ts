import type { Matter } from '../../config/vendor-schema.ts';
import { functionsOf } from '../../profile/functions-of.ts';
import { each, type Resources, sum } from './need.ts';

/**
 * The `Vpn` stack when somebody fills every function, which is more than on a day on which records have lapsed: the
 * place must be there when they are renewed.
 */
export function vpnResources(zones: number, matters: readonly Matter[]): Resources {
  const groups = matters.flatMap(functionsOf).length;
  return sum(each(1, ['AWS::IAM::SAMLProvider', 'AWS::EC2::ClientVpnEndpoint']), {
    'AWS::EC2::ClientVpnTargetNetworkAssociation': zones,
    'AWS::EC2::ClientVpnAuthorizationRule': groups * zones,
  });
}
