import type { CheckFacts } from './authoring/check.ts';
import type { ControlRow } from './authoring/control-row.ts';
import { controls as catalogue } from './catalogue/catalogue.ts';

/** A control of the catalogue as an app reads it: its row and facts of its checks, without the code that evaluates. */
export interface Control extends ControlRow {
  /** File of the control, from the root of the repository. */
  readonly file: string;
  /** Checks of the control, in the order of their files. */
  readonly checks: readonly CheckFacts[];
}

/** Every control there is, ordered by id. */
export const controls: readonly Control[] = catalogue;
