/** An accepted departure from a control, as data. */
export interface Exception {
  /** Exact rule id, for example `LPO-DAT-07/object-lock-on`; never a whole control. */
  readonly rule: string;
  /** Construct path, or `<stack>/<logical id>` without one; `*` stands for one whole segment. */
  readonly path: string;
  /** Reason a reviewer can check. */
  readonly reason: string;
  /** Team that answers for it. */
  readonly owner: string;
  /** Never the owner. */
  readonly approver: string;
  /** Last day it holds, YYYY-MM-DD. */
  readonly expires: string;
  /** File it is written in. */
  readonly file: string;
  /** Line of the entry in the file, from 1. */
  readonly line: number;
}
