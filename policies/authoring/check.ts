import type { FirmFiles, Template, TemplateResource } from '../template/assembly.ts';
import type { AssemblyView } from '../template/assembly-view.ts';
import type { ResourceView } from '../template/resource-view.ts';
import type { ControlId } from './control-row.ts';
import type { PropertyLists } from './shapes/shape.ts';

/** Deviation: property, value and fix. */
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

/** Facts of a check: what it wants, and how to get there. */
export interface CheckFacts {
  /** The control it shows. */
  readonly control: ControlId;
  /** Name of its file; findings print `<control>/<name>`. */
  readonly name: string;
  /** The wanted state. */
  readonly expected: string;
  /** Remedy, in words. */
  readonly fix: string;
}

/** Facts about the whole catalogue that a check may ask for. */
export interface CatalogueFacts {
  /** Types that some check looks at, or whose properties are listed. */
  readonly judgedTypes: ReadonlySet<string>;
  /** Properties that are understood, by type. */
  readonly properties: PropertyLists;
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
  judge(assembly: AssemblyView, catalogue: CatalogueFacts): Verdict<PlacedDeviation>;
  readonly good: Readonly<Record<string, ExampleStacks | ExampleFolder>>;
  readonly bad: Readonly<Record<string, ExampleStacks | ExampleFolder>>;
}

/** Stack id to its resources, or to more where the example needs it. */
export type ExampleStacks = Readonly<Record<string, NonNullable<Template['Resources']> | ExampleStack>>;

export interface ExampleStack {
  readonly account?: string;
  readonly region?: string;
  readonly terminationProtection?: boolean;
  readonly template: Template;
}

/** Files of an assembly, for a check of what lies beside the templates. */
export interface ExampleFolder {
  /** Text or value of JSON by path. */
  readonly files: Readonly<Record<string, unknown>>;
  /** @default - none */
  readonly stacks?: ExampleStacks;
  /** @default false */
  readonly isSealed?: boolean;
  /** @default - none are given */
  readonly firm?: FirmFiles;
}

export type Check = ResourceCheck | AssemblyCheck;

export const resourceCheck = (check: Omit<ResourceCheck, 'scope'>): ResourceCheck => ({
  scope: 'resource',
  ...check,
});

export const assemblyCheck = (check: Omit<AssemblyCheck, 'scope'>): AssemblyCheck => ({
  scope: 'assembly',
  ...check,
});
