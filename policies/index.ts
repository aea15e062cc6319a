// The public interface of the judge: it reads what `cdk synth` wrote, and knows nothing of what built it.

export type { Exception } from '../lib/model/exception.ts';
export {
  type Authority,
  type FilePlace,
  type Finding,
  type FindingSource,
  formatPlace,
  type NamedPlace,
  type Place,
  type Severity,
  type StackPlace,
  severities,
} from '../lib/model/finding.ts';
export type { AcknowledgedFinding } from './acknowledgements/apply-acknowledgements.ts';
export type { ExceptedFinding } from './acknowledgements/apply-exceptions.ts';
export type { CheckFacts } from './authoring/check.ts';
export type { Clauses, ControlId, ControlKind, ControlRow, Mapping } from './authoring/control-row.ts';
export { LpoChecks, type LpoChecksProps } from './packs/lpo-checks.ts';
export { type EvaluateOptions, type Evaluation, evaluate, type Run } from './pipeline.ts';
export { parts, type StatementFacts } from './proofs/authoring/proof-statement.ts';
export { type Control, controls } from './published-controls.ts';
export {
  type ProofOptions,
  type ProofReport,
  type ProofResult,
  type ProofVerdict,
  proveAssembly,
} from './published-proofs.ts';
export type {
  Acknowledgement,
  Annotation,
  Assembly,
  Asset,
  Deployment,
  FirmFiles,
  StackTemplate,
  Template,
  TemplateResource,
  Upload,
  VendorFile,
} from './template/assembly.ts';
export type { Artifact, AssemblyFolder, ManifestFile } from './template/assembly-folder.ts';
export type { Entry } from './template/entries-of.ts';
export type { Destination, PublishedFile } from './template/published-files.ts';
export { readAssembly } from './template/read-assembly.ts';
