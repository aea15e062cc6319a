import type { Severity } from '../../lib/model/finding.ts';
import type { Template, TemplateResource } from '../template/assembly.ts';
import type { AssemblyView } from '../template/assembly-view.ts';
import type { ResourceView } from '../template/resource-view.ts';

export type ControlKind = 'preventive' | 'detective' | 'responsive' | 'evidential';

/**
 * Clauses of one framework that a control supports. A clause that ends in `†` was not confirmed against its
 * source and prints with the mark.
 */
export type Clauses = readonly string[];

/** UK GDPR shares the article numbers of the GDPR; `ukGdpr` is given only where it differs. */
export interface Mapping {
  readonly gdpr?: Clauses;
  readonly ukGdpr?: Clauses;
  readonly ccpa?: Clauses;
  readonly dpdp?: Clauses;
  readonly aba?: Clauses;
  readonly sra?: Clauses;
  readonly iso27001?: Clauses;
  readonly soc2?: Clauses;
  readonly nist80053?: Clauses;
  readonly cisAws3?: Clauses;
  readonly cisAws7?: Clauses;
  readonly hipaa?: Clauses;
  readonly other?: Clauses;
}

/** What deviates, where, and how to mend it. */
export interface Deviation {
  /** Property path below `Properties`, or an attribute such as `DeletionPolicy`. */
  readonly property: string;
  readonly got: string;
  /** @default - the check's own sentence */
  readonly expected?: string;
  /** @default - the check's own sentence */
  readonly fix?: string;
}

/** A deviation found over all stacks together. */
export interface PlacedDeviation extends Deviation {
  readonly stack: string;
  /** Absent where something is missing from the stack. */
  readonly logicalId?: string;
}

/** No deviation means "supported"; a check that did not look says so. */
export type Verdict<D> = readonly D[] | 'not applicable';

interface CheckFacts {
  /** Unique within its control; findings print `<control>/<name>`. */
  readonly name: string;
  /** The wanted state. */
  readonly expected: string;
  readonly fix: string;
}

/** What a check may know about the checks beside it. */
export interface CatalogueFacts {
  /** Types that some check looks at, or that need none. */
  readonly judgedTypes: ReadonlySet<string>;
}

/** Looks at one resource at a time. */
export interface ResourceCheck extends CheckFacts {
  readonly scope: 'resource';
  /** CloudFormation types it looks at; `*` is every type. */
  readonly types: readonly string[] | '*';
  judge(resource: ResourceView, catalogue: CatalogueFacts): Verdict<Deviation>;
  readonly good: Readonly<Record<string, TemplateResource>>;
  readonly bad: Readonly<Record<string, TemplateResource>>;
}

/** Looks at all stacks together. */
export interface AssemblyCheck extends CheckFacts {
  readonly scope: 'assembly';
  judge(assembly: AssemblyView): Verdict<PlacedDeviation>;
  readonly good: Readonly<Record<string, ExampleStacks>>;
  readonly bad: Readonly<Record<string, ExampleStacks>>;
}

/** Stack id to its resources, or to more where the example needs it. */
export type ExampleStacks = Readonly<Record<string, NonNullable<Template['Resources']> | ExampleStack>>;

export interface ExampleStack {
  readonly account?: string;
  readonly region?: string;
  readonly terminationProtection?: boolean;
  readonly template: Template;
}

export type Check = ResourceCheck | AssemblyCheck;

export interface Control {
  readonly id: `LPO-${string}`;
  readonly title: string;
  readonly objective: string;
  readonly severity: Severity;
  readonly kind: readonly ControlKind[];
  /** Nothing can except it. */
  readonly absolute?: true;
  readonly map: Mapping;
  /** The record that shows what no template can show. */
  readonly record?: string;
  readonly checks: readonly Check[];
}

export const resourceCheck = (check: Omit<ResourceCheck, 'scope'>): ResourceCheck => ({
  scope: 'resource',
  ...check,
});

export const assemblyCheck = (check: Omit<AssemblyCheck, 'scope'>): AssemblyCheck => ({
  scope: 'assembly',
  ...check,
});
