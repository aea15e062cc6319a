import { visibleLine, visibleText } from './visible.ts';

/** Severities of a finding, worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
/** Severity of a finding. */
export type Severity = (typeof severities)[number];

/** A file of text; line and column count from 1, and are absent where the whole file is meant. */
export interface FilePlace {
  /** Path of the file. */
  readonly file: string;
  /** Line, from 1. @default - the whole file */
  readonly line?: number;
  /** Column, from 1. @default - the whole line */
  readonly column?: number;
}

/** A resource of a template, or the whole stack where no resource is named. */
export interface StackPlace {
  /** Id of the stack: `meridian/Network`. */
  readonly stack: string;
  /** Template file; absent where the stack was never read from one. */
  readonly file?: string;
  /** Logical id of the resource. @default - the whole stack */
  readonly logicalId?: string;
  /** Path of the construct, where the manifest tells. @default - not known */
  readonly constructPath?: string;
  /** Path below `Properties`, or an attribute such as `DeletionPolicy`. */
  readonly property?: string;
}

/** Name of a place that is no file: `command line`, an account, a live key. */
export interface NamedPlace {
  /** Name of the place. */
  readonly name: string;
  /** A setting of it, for example `rotation period`. */
  readonly property?: string;
}

/** Place of a finding: in a file, in a stack, or by a name alone. */
export type Place = FilePlace | StackPlace | NamedPlace;

/** The part of the program that speaks; for a pack, its name. */
export type FindingSource =
  | 'Input'
  | 'Gate'
  | 'LPO'
  | 'AwsSolutions'
  | 'NIST.800.53.R5'
  | 'HIPAA.Security'
  | 'PCI.DSS.321'
  | 'CloudFormation'
  | 'CDK'
  | 'Proof'
  | 'Record'
  | 'Key'
  | 'Ledger'
  | 'Seal';

/** Authority a gate rests on. `unseen` (printed †): the clause was not read in a source. L and † only warn. */
export interface Authority {
  /** Citation of the clause. */
  readonly citation: string;
  /** Day on which the source was read, YYYY-MM-DD. */
  readonly asOf: string;
  /** Day from which it is due for review, YYYY-MM-DD. */
  readonly reviewBy: string;
  /** H, M and L as in the law files; `policy` is a rule of this blueprint rather than of a law. */
  readonly confidence: 'H' | 'M' | 'L' | 'policy';
  /** Mark of a clause that was not read in a source. @default false */
  readonly unseen?: boolean;
}

/** Departure from what is wanted, wherever it was found. */
export interface Finding<Where extends Place = Place> {
  /** Stable code to search for: `CFG-UNKNOWN-FIELD`, `LPO-DAT-01/key-rotation-on`, `AwsSolutions-IAM5[Resource::*]`. */
  readonly code: string;
  /** Weight: what shuts a gate or fails a run depends on it. */
  readonly severity: Severity;
  /** Place to look at. */
  readonly where: Where;
  /** Value that was found, in words. */
  readonly got: string;
  /** Value that is wanted, in words. */
  readonly expected: string;
  /** Remedy, in words. */
  readonly fix: string;
  /** Part of the program that found it. */
  readonly source: FindingSource;
  /** Wanted state, in words. @default - the code says it */
  readonly title?: string;
  /** Control of the catalogue that the code belongs to. @default - none */
  readonly control?: string;
  /** Slug of the vendor it is about. @default - no single one */
  readonly vendor?: string;
  /** Id of the matter it is about. @default - no single one */
  readonly matter?: string;
  /** Authority that a gate rests on. @default - none */
  readonly authority?: Authority;
  /** A waiver may cover it; gates only. @default false */
  readonly waivable?: boolean;
}

/** A finding about what a person gave: always `high`, since nothing can be done with it. */
export const inputFinding = (
  finding: Pick<Finding, 'code' | 'where' | 'got' | 'expected' | 'fix'>,
): Finding => ({ severity: 'high', source: 'Input', ...finding });

/** Input that cannot be used; carries every finding, never just the first. */
export class UnusableInputError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.name = 'UnusableInputError';
  }
}

/** `file:line:column`, `stack/logical id` or a construct's path, or the name of what is no file. */
export function formatPlace(where: Place): string {
  if ('name' in where) return [where.name, where.property].filter(Boolean).join(' ');
  if ('stack' in where)
    return where.constructPath ?? [where.stack, where.logicalId].filter(Boolean).join('/');
  return [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
}

/** Place and code on one line, then what was got, what is expected and what to do. */
export function formatFinding({ code, where, got, expected, fix }: Finding): string {
  return [
    visibleLine(`${formatPlace(where)} ${code}`),
    `  got       ${indented(got)}`,
    `  expected  ${indented(expected)}`,
    `  fix       ${indented(fix)}`,
  ].join('\n');
}

const indented = (text: string): string => visibleText(text).replaceAll('\n', `\n${' '.repeat(12)}`);
