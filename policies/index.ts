// The public interface of the judge: it reads what `cdk synth` wrote, and knows nothing of what built it.

export type { Exception } from '../lib/model/exception.ts';
export { type Finding, formatPlace, type Place } from '../lib/model/finding.ts';
export { controls } from './catalogue/catalogue.ts';
export type { Control } from './catalogue/control.ts';
export { LpoChecks } from './packs/lpo-checks.ts';
export { type EvaluateOptions, type Evaluation, evaluate, type Run } from './pipeline.ts';
export {
  type ProofOptions,
  type ProofReport,
  type ProofResult,
  proveAssembly,
} from './proofs/prove-assembly.ts';
export type { Assembly } from './template/assembly.ts';
export { readAssembly } from './template/read-assembly.ts';
