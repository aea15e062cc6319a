import type { Check } from '../authoring/check.ts';
import type { ControlRow } from '../authoring/control-row.ts';

/** A file of `policies/controls`, from the root of the repository. */
interface Written {
  readonly file: string;
}

/** A control of the catalogue: its row with the checks that name it, ordered by name. */
export interface Control extends ControlRow, Written {
  /** Checks of the control, in the order of their files. */
  readonly checks: readonly (Check & Written)[];
}
