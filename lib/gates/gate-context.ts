import type { Config } from '../config/config.ts';
import type { Matter, Vendor } from '../config/vendor-schema.ts';
import type { YamlPath } from '../config/yaml-file.ts';
import type { LawIndex } from '../law/law-index.ts';
import type { ConflictIndex } from './conflicts/conflict-index.ts';
import type { Hit } from './hit.ts';

/** Context of a rule: one vendor among all the configuration, on one day. */
export interface GateContext {
  readonly config: Config;
  readonly vendor: Vendor;
  /** ISO date; there is no clock in a gate. */
  readonly asOf: string;
  readonly law: LawIndex;
  readonly conflicts: ConflictIndex;
}

/** Hits of every matter of the vendor; `at` builds paths below the matter. */
export function eachMatter(
  { vendor }: GateContext,
  check: (matter: Matter, at: (...path: YamlPath) => YamlPath) => readonly Hit[],
): Hit[] {
  return vendor.matters.flatMap((matter, index) =>
    check(matter, (...path) => ['matters', index, ...path]).map((hit) => ({ matter: matter.id, ...hit })),
  );
}
