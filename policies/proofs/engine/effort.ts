import { UndecidableError } from './undecidable.ts';

/** Questions of a space that were given up. */
export interface Efforts {
  failures: number;
}

/** Boxes that one question may be compared with before the prover gives up; far above what real policies need. */
const stepCap = 2_000_000;
/** Questions that may come to the cap; each further one is given up sooner, so that all of them come to an end. */
const failureCap = 4;
const shortCap = 20_000;

/** The steps of one question: counted, not timed, so that every machine gives up at the same one. */
export class Effort {
  private steps = 0;
  private readonly cap: number;

  constructor(private readonly efforts: Efforts) {
    this.cap = efforts.failures < failureCap ? stepCap : shortCap;
  }

  /** @throws UndecidableError above the cap. */
  take(steps: number): void {
    this.steps += steps;
    if (this.steps <= this.cap) return;
    this.efforts.failures++;
    throw new UndecidableError(`more than ${this.cap} search steps`);
  }
}
