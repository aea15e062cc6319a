import { by } from '../../lib/model/order.ts';
import type { AssemblyView } from '../template/assembly-view.ts';
import { HipaaSecurity, type Pack, PciDss321 } from './packs.ts';

const health = () => new HipaaSecurity();
const cards = () => new PciDss321();

/** Classes of data, as the tag `lpo:data-class` names them, and the pack that holds their regulator's rules. */
const packOfClass: ReadonlyMap<string, () => Pack> = new Map<string, () => Pack>([
  ['PHI', health],
  ['GENETIC', health],
  ['SUD_PART2', health],
  ['CARDHOLDER', cards],
]);

export interface DataPack {
  readonly pack: Pack;
  /** Ids of the stacks it is for: every stack of a vendor that holds such data. */
  readonly stacks: ReadonlySet<string>;
}

/** Packs that the data ask for, each for the vendors whose resources carry such a class. */
export function dataPacks(view: AssemblyView): DataPack[] {
  const stages = new Map<() => Pack, Set<string>>();
  for (const { stack, resource } of view.resources)
    for (const name of (resource.tags['lpo:data-class'] ?? '').split('+')) {
      const pack = packOfClass.get(name);
      if (pack) stages.set(pack, (stages.get(pack) ?? new Set()).add(stageOf(stack.id)));
    }
  return [...stages]
    .map(([make, of]) => ({
      pack: make(),
      stacks: new Set(view.stacks.map(({ id }) => id).filter((id) => of.has(stageOf(id)))),
    }))
    .sort(by((each) => each.pack.name));
}

const stageOf = (stack: string): string => stack.split('/')[0] ?? stack;
