import type { YamlPath } from '../config/yaml-file.ts';

/** H, M and L as in the law files; `policy` is a rule of this blueprint rather than of a law. */
export type Confidence = 'H' | 'M' | 'L' | 'policy';

/** What a rule rests on. `unseen` (printed †): the clause was not read in a source. L and † only warn. */
export interface Source {
  readonly citation: string;
  readonly asOf: string;
  readonly reviewBy: string;
  readonly confidence: Confidence;
  readonly unseen?: boolean;
}

export type Severity = 'error' | 'warning';

/** Which file a hit is in; the vendor's own when not said. */
export type HitFile = 'organization' | 'conflicts' | 'regions' | 'denyLists' | { readonly law: string };

/** A place where a rule is not met. */
export interface Hit {
  readonly path: YamlPath;
  readonly file?: HitFile;
  readonly matter?: string;
  readonly got: string;
  readonly expected: string;
  readonly fix: string;
  /** The single fact this hit rests on, where that is not the rule's own source. */
  readonly source?: Source;
  /** Only to soften: a rule that is a warning stays one. */
  readonly severity?: 'warning';
  readonly waivable?: boolean;
}
