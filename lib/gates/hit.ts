import type { YamlPath } from '../config/yaml-file.ts';
import type { Authority } from '../model/finding.ts';

/** Which file a hit is in; the vendor's own when not said. */
export type HitFile =
  | 'organization'
  | 'conflicts'
  | 'regions'
  | 'denyLists'
  | { readonly law: string }
  | { readonly quotas: string };

/** A place where a rule is not met. */
export interface Hit {
  readonly path: YamlPath;
  readonly file?: HitFile;
  readonly matter?: string;
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
  /** The single fact this hit rests on, where that is not the rule's own source. */
  readonly source?: Authority;
  /** Only to soften: a rule that is a warning stays one. */
  readonly severity?: 'medium';
  readonly waivable?: boolean;
}
