import { lowest } from './bits.ts';
import type { Sets } from './box.ts';
import type { ContextValue } from './key-dimension.ts';
import type { Space } from './space.ts';

/** A concrete request. Context keys are lower case; a key that is missing here is absent. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** The resource behind the named one (the bucket behind an access point), where there is one. */
  readonly parent: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The smallest request of a box: no key that may be absent, the shortest value of every other.
 * `axes` are the context keys any rule looks at.
 */
export function smallestRequest(space: Space, box: Sets, axes: Iterable<string>): Request {
  const pick = (axis: string): ContextValue => {
    const dimension = space.dimension(axis);
    return dimension.value(lowest(box.get(axis) ?? dimension.full));
  };
  const context: Record<string, string | readonly string[]> = {};
  // What no rule in question asks for may be left out where it cannot be split.
  for (const axis of [...new Set(axes)].sort().filter((one) => space.knows(one))) {
    const value = pick(axis);
    if (value !== undefined) context[axis] = value;
  }
  return {
    action: `${pick('action')}`,
    resource: `${pick('resource')}`,
    parent: `${pick('parent')}`,
    context,
  };
}
