// The public interface of the judge: it reads what `cdk synth` wrote, and knows nothing of what built it.

export type { Exception } from './acknowledgements/exception.ts';
export { controls } from './catalogue/catalogue.ts';
export type { Control } from './catalogue/control.ts';
export type { Finding } from './catalogue/finding.ts';
export { LpoChecks } from './packs/lpo-checks.ts';
export {
  type CheckOptions,
  type CheckResult,
  type CheckRun,
  checkAssembly,
} from './pipeline/check-assembly.ts';
export {
  type ProofOptions,
  type ProofReport,
  type ProofResult,
  proveAssembly,
} from './proofs/prove-assembly.ts';
export type { Assembly } from './template/assembly.ts';
export { readAssembly } from './template/read-assembly.ts';
