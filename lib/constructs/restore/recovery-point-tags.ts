import type { Zone } from '../../model/engagement.ts';
import { tagKeys } from '../../model/tag-keys.ts';

/**
 * Tags of a recovery point of a zone. A recovery point's ARN says nothing about its source, and
 * no condition key does; these tags are what binds a restorer to its zone.
 */
export const recoveryPointTags = (vendor: string, matter: string, zone: Zone): Record<string, string> => ({
  [tagKeys.vendor]: vendor,
  [tagKeys.matter]: matter,
  [tagKeys.zone]: zone,
});
