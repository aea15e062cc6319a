import type { StackTemplate } from '../../template/assembly.ts';
import type { AssemblyView } from '../../template/assembly-view.ts';
import type { ResourceView } from '../../template/resource-view.ts';

/** Place of a value: its resource, and the dotted path below `Properties`. */
export interface At {
  readonly view: AssemblyView;
  readonly stack: StackTemplate;
  readonly resource: ResourceView;
  readonly path: string;
}

/** A value that has not the shape it may have. */
export interface Misfit {
  readonly property: string;
  readonly got: string;
  readonly expected: string;
}

/** The permitted shape of a value in a template. */
export interface Shape {
  /** For a reader: `one of STANDARD, DELIVERY`. */
  readonly expected: string;
  readonly misfits: (value: unknown, at: At) => Misfit[];
  /** Rules and statements that decide, `LPO-DAT-07/object-lock-on`. @default - the shape itself decides */
  readonly judges?: readonly string[];
  /** Shapes one of which is chosen by the rest of the resource. @default - none */
  readonly choices?: readonly Shape[];
  /** Shapes of the fields of an object, or of the items of a list or a map. @default - none */
  readonly inside?: Readonly<Record<string, Shape>> | Shape;
}

/** Closed lists by resource type: each property that is understood, with its shape. */
export type PropertyLists = Readonly<Record<string, Readonly<Record<string, Shape>>>>;
