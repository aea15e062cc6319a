import type { Selector } from '../policy/statement.ts';
import { Box, type Boxes, merged, narrowed } from './box.ts';
import type { Question } from './question.ts';
import type { Space } from './space.ts';

/** Boxes of cases whose facts end alike. */
interface Ending {
  /** Undefined when no request shows them. */
  readonly shown: Boxes | undefined;
  readonly longer: Map<Selector, Ending>;
}

/**
 * Boxes of every request of a case.
 *
 * Facts begin with the caller and go on with what does not depend on the caller. Taken from the end, that part is
 * worked out once for all callers.
 */
export class CaseBoxes {
  private readonly endings = new Map<Selector, Ending>();

  constructor(private readonly space: Space) {}

  /** Undefined when there is no such request. */
  of({ facts, parent }: Question): Boxes | undefined {
    let ending = this.endings.get(parent);
    if (ending === undefined) {
      const box = this.space.box(parent, 'parent');
      ending = { shown: narrowed([], box), longer: new Map() };
      this.endings.set(parent, ending);
    }
    for (let at = facts.length - 1; at > 0; at--) ending = this.longer(ending, facts[at] as Selector);
    const [caller] = facts;
    if (caller === undefined || ending.shown === undefined) return ending.shown;
    return narrowed(ending.shown, this.space.box(caller));
  }

  private longer({ shown, longer }: Ending, selector: Selector): Ending {
    let ending = longer.get(selector);
    if (ending === undefined) {
      const boxes = shown && narrowed(shown, this.space.box(selector));
      ending = { shown: boxes && [new Box(merged(boxes))], longer: new Map() };
      longer.set(selector, ending);
    }
    return ending;
  }
}
