import type { PropertyLists } from '../authoring/shapes/shape.ts';
import type { Control } from './control.ts';

/** Types that some check names, and those whose properties are listed. */
export function judgedTypes(controls: readonly Control[], properties: PropertyLists): ReadonlySet<string> {
  const named = controls.flatMap(({ checks }) =>
    checks.flatMap((check) => (check.scope === 'resource' && check.types !== '*' ? check.types : [])),
  );
  return new Set([...Object.keys(properties), ...named]);
}
