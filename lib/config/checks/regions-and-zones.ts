import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';

/** Zones lie in the vendor's region; the recovery region is another one. */
export function regionsAndZones({ vendors }: LoadedFiles): Finding[] {
  return vendors.flatMap(({ value, source }) => {
    const found: Finding[] = [];
    value.availabilityZones.forEach((zone, index) => {
      if (zone.slice(0, -1) === value.region) return;
      found.push(
        findingAt(source, ['availabilityZones', index], {
          code: 'CFG-ZONE-OUTSIDE-REGION',
          got: zone,
          expected: `a zone of ${value.region}, for example ${value.region}a`,
          fix: 'replace the zone, or the region',
        }),
      );
    });
    if (value.recoveryRegion === value.region)
      found.push(
        findingAt(source, ['recoveryRegion'], {
          code: 'CFG-SAME-REGION',
          got: `${value.recoveryRegion}, the region itself`,
          expected: 'another region of the same jurisdiction',
          fix: 'choose one, or remove the field to keep copies in the region',
        }),
      );
    return found;
  });
}
