import { configSchemas } from '../lib/config/config-schemas';
import { rules } from '../lib/gates/rules';
import { waiverRules } from '../lib/gates/waivers/waiver-rules';
import { controlsAsMarkdown } from '../lib/reports/controls/controls-as-markdown';
import { gateReference } from '../lib/reports/gate-reference';
import { controls } from '../policies/controls/catalogue';
import { proofsAsMarkdown } from '../policies/proofs/report/reference';
import { controlsIndex } from './controls-index';

/** Each generator returns file contents by path from the root of the repository. */
const generators: readonly (() => ReadonlyMap<string, string>)[] = [
  configSchemas,
  controlsIndex,
  () => controlsAsMarkdown(controls),
  () => gateReference([...rules, ...waiverRules]),
  proofsAsMarkdown,
];

/** Every file that is generated; a test fails when one is stale. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map(generators.flatMap((generate) => [...generate()]));
}
