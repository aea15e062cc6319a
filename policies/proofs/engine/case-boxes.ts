import type { Selector } from '../policy/statement';
import { type Box, intersect } from './box';
import type { Question } from './question';
import type { Space } from './space';

/** What is known of cases whose facts end alike. */
interface Ending {
  readonly box: Box | undefined;
  readonly longer: Map<Selector, Ending>;
}

/**
 * What every request of a case shows, as one box; kept, since many claims ask about the same case.
 *
 * Facts end with what does not depend on the caller. Intersected from there, that part is worked out once for
 * all callers.
 */
export class CaseBoxes {
  private readonly known = new Map<Question, Box | undefined>();
  private readonly endings = new Map<Selector, Ending>();

  constructor(private readonly space: Space) {}

  of(question: Question): Box | undefined {
    if (this.known.has(question)) return this.known.get(question);
    const { facts, parent } = question;
    let ending = this.endings.get(parent);
    if (ending === undefined) {
      ending = { box: this.space.box(parent, 'parent'), longer: new Map() };
      this.endings.set(parent, ending);
    }
    for (let at = facts.length - 1; at >= 0; at--) ending = this.longer(ending, facts[at] as Selector);
    this.known.set(question, ending.box);
    return ending.box;
  }

  private longer({ box, longer }: Ending, selector: Selector): Ending {
    let ending = longer.get(selector);
    if (ending === undefined) {
      ending = { box: box && intersect(box, this.space.box(selector)), longer: new Map() };
      longer.set(selector, ending);
    }
    return ending;
  }
}
