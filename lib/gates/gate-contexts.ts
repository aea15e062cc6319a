import type { Config } from '../config/config.ts';
import { LawIndex } from '../law/law-index.ts';
import { ConflictIndex } from './conflicts/conflict-index.ts';
import type { GateContext } from './gate-context.ts';

/** A context for each vendor of the configuration on a day; what they look up is indexed once for all. */
export function gateContexts(config: Config, asOf: string): readonly GateContext[] {
  const shared = { config, asOf, law: new LawIndex(config), conflicts: new ConflictIndex(config) };
  return config.vendors.map((vendor) => ({ ...shared, vendor }));
}
