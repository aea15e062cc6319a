import type { YamlPath } from '../config/yaml-file';
import type { GateContext } from './gate-context';

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

/** One place where a rule is not met. */
export interface Hit {
  readonly path: YamlPath;
  readonly file?: HitFile;
  readonly matter?: string;
  readonly got: string;
  readonly need: string;
  readonly mend: string;
  /** The single fact this hit rests on, where that is not the rule's own source. */
  readonly source?: Source;
  /** Only to soften: a rule that is a warning stays one. */
  readonly severity?: 'warning';
  readonly waivable?: boolean;
}

/** One rule, one file. `check` is pure: the same context gives the same hits. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly waivable: boolean;
  readonly source: Source;
  check(context: GateContext): readonly Hit[];
}

/** Day the catalogue of rules was last checked against its sources, and the day that stops being enough. */
const reviewed = { asOf: '2026-11-21', reviewBy: '2027-11-21' } as const;

export const statute = (citation: string, confidence: 'H' | 'M' | 'L' = 'H'): Source => ({
  citation,
  confidence,
  ...reviewed,
});

export const policy = (citation: string): Source => ({ citation, confidence: 'policy', ...reviewed });
