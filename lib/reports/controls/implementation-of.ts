import type { Check } from '../../../policies/authoring/check.ts';
import type { Control } from '../../../policies/catalogue/control.ts';
import { allStatements } from '../../../policies/proofs/all-statements.ts';
import type { ProofStatement } from '../../../policies/proofs/authoring/proof-statement.ts';
import type { Rule } from '../../gates/rule.ts';
import { rules } from '../../gates/rules.ts';

/** Implementation of a control: files from the root of the repository, statements and gate rules. */
export interface Implementation {
  readonly file: string;
  /** Folders of the checks, one file each, of their names; none for a control that no template shows. */
  readonly checkFolders: readonly string[];
  readonly proofs: readonly ProofStatement[];
  /** Rules of the gates that give the control as their source. */
  readonly gates: readonly Rule[];
}

/** File of a proof statement or a job; both are named after their id. */
export const fileOf = ({ id, property }: ProofStatement): string =>
  `policies/${property === 'possible' ? 'jobs' : 'proofs/statements'}/${id}.ts`;

export function implementationOf(control: Control): Implementation {
  return {
    file: control.file,
    checkFolders: [...new Set(control.checks.map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1)))],
    proofs: allStatements.filter(({ controls }) => controls.includes(control.id)),
    gates: rules.filter(({ source }) => source.citation.includes(control.id)),
  };
}

/** Level a check runs at. A pack in `cdk synth` sees one resource at a time. */
export const levelOf = ({ scope }: Check): string =>
  scope === 'resource'
    ? 'on each resource, in cdk synth, lpo synth and lpo check'
    : 'on all stacks together, in lpo synth and lpo check';
