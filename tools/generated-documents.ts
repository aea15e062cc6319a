import { configSchemas } from '../lib/config/config-schemas.ts';
import { readQuotas } from '../lib/config/read-quotas.ts';
import { rules } from '../lib/gates/rules.ts';
import { waiverRules } from '../lib/gates/waivers/waiver-rules.ts';
import { controlsAsMarkdown } from '../lib/reports/controls/controls-as-markdown.ts';
import { gateReference } from '../lib/reports/gate-reference.ts';
import { quotaReference } from '../lib/reports/quota-reference.ts';
import { controls } from '../policies/catalogue/catalogue.ts';
import { proofsAsMarkdown } from '../policies/proofs/report/reference.ts';
import { conditionKeys } from './condition-keys.ts';
import { iamActions } from './iam-actions.ts';
import { quotaFigures } from './quota-figures.ts';

/** Each generator returns file contents by path from the root of the repository. */
const generators: readonly (() => ReadonlyMap<string, string>)[] = [
  configSchemas,
  () => controlsAsMarkdown(controls),
  () => gateReference([...rules, ...waiverRules]),
  proofsAsMarkdown,
  iamActions,
  conditionKeys,
  () => quotaFigures(readQuotas([]).map(({ value }) => value)),
  () => quotaReference(readQuotas([]).map(({ value }) => value)),
];

/** Every document and schema computed from the code; a test fails when one is stale. */
export function generatedDocuments(): ReadonlyMap<string, string> {
  return new Map(generators.flatMap((generate) => [...generate()]));
}
