import type { Config } from '../../config/config.ts';
import { wallStands } from './conflict-index.ts';

export interface WallPair {
  readonly wall: string;
  readonly a: { readonly vendor: string; readonly matter: string };
  readonly b: { readonly vendor: string; readonly matter: string };
}

/**
 * Every two matters a standing wall keeps apart, for the proof that they share no principal, key, bucket or
 * path.
 */
export function wallPairs(config: Config, asOf: string): WallPair[] {
  const vendorOf = new Map(
    config.vendors.flatMap(({ vendor, matters }) => matters.map(({ id }) => [id, vendor])),
  );
  return config.conflicts.walls
    .filter((wall) => wallStands(wall, asOf))
    .flatMap(({ id, sideA, sideB }) =>
      sideA.flatMap((a) =>
        sideB.map((b) => ({
          wall: id,
          a: { vendor: vendorOf.get(a) ?? '', matter: a },
          b: { vendor: vendorOf.get(b) ?? '', matter: b },
        })),
      ),
    );
}
