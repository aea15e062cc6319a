import type { AssemblyView } from '../../template/assembly-view.ts';
import { PhysicalNames } from '../../template/physical-names.ts';
import { scalarText } from '../../template/resolve.ts';
import { isObject } from '../../template/template-shape.ts';
import { show } from '../../template/text.ts';
import type { At, Misfit } from './shape.ts';

const known = new WeakMap<AssemblyView, PhysicalNames>();

/** Names of an assembly's resources; those that AWS makes up are one text for each. */
export function namesOf(view: AssemblyView): PhysicalNames {
  const names =
    known.get(view) ?? new PhysicalNames(view.assembly, { inventsNames: true, takesDefaults: false });
  known.set(view, names);
  return names;
}

/** A value with references as the names they have after deployment; `Unresolved` where only deployment tells. */
const plainValue = (value: unknown, { view, stack }: Pick<At, 'view' | 'stack'>): unknown =>
  namesOf(view).resolve(value, stack);

/** A value as one text; undefined for a list, an object, and what only deployment tells. */
export const plainText = (value: unknown, at: Pick<At, 'view' | 'stack'>): string | undefined =>
  typeof value === 'object' ? scalarText(plainValue(value, at)) : scalarText(value);

/** A list or an object as it stands, and what an intrinsic function makes of one. */
export const plainTree = (value: unknown, at: At): unknown => {
  const [key = ''] = isObject(value) ? Object.keys(value) : [];
  return key === 'Ref' || key.startsWith('Fn::') ? plainValue(value, at) : value;
};

/** True for a value that CloudFormation takes for none. */
export const isAbsent = (value: unknown): boolean =>
  value === undefined || (isObject(value) && value.Ref === 'AWS::NoValue');

export const misfit = (value: unknown, { path, stack }: At, expected: string): Misfit => ({
  property: path,
  got: show(value, stack),
  expected,
});
