import type { Check, Control } from '../../../policies/authoring/control.ts';
import { sources } from '../../../policies/catalogue/catalogue.ts';
import { allStatements } from '../../../policies/proofs/statements/all-statements.ts';
import type { ProofStatement } from '../../../policies/proofs/statements/proof-statement.ts';
import type { Rule } from '../../gates/rule.ts';
import { rules } from '../../gates/rules.ts';

/** What stands behind a control: files from the root of the repository, statements and gate rules. */
export interface Implementation {
  readonly file: string;
  /** Holds one file a check, of the check's name; undefined for a control that no template shows. */
  readonly checksFolder?: string;
  readonly proofs: readonly ProofStatement[];
  /** Rules of the gates that give the control as their source. */
  readonly gates: readonly Rule[];
}

/** Folder of the proof statements, one file each, of the statement's id. */
export const statementsFolder = 'policies/proofs/statements/';

export function implementationOf(control: Control): Implementation {
  const file = sources.get(control);
  if (file === undefined) throw new Error(`${control.id} is not in the catalogue`);
  return {
    file,
    ...(control.checks.length > 0 ? { checksFolder: file.replace(/\.ts$/, '/') } : {}),
    proofs: allStatements.filter(({ controls }) => controls.includes(control.id)),
    gates: rules.filter(({ source }) => source.citation.includes(control.id)),
  };
}

/** Where a check runs. A pack in `cdk synth` sees one resource at a time. */
export const levelOf = ({ scope }: Check): string =>
  scope === 'resource'
    ? 'on each resource, in cdk synth, lpo synth and lpo check'
    : 'on all stacks together, in lpo synth and lpo check';
