/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A pattern that events are put to: of EventBridge, or of a metric filter. */
export interface Pattern {
  /** True where it matches; undefined where AWS does not document what happens. */
  readonly matches: (event: Json) => boolean | undefined;
  /** Conditions that hold together, as they are written, and whether each does. */
  readonly conditions: (event: Json) => readonly Condition[];
  /** Values that it compares a field with, by the path of the field, `detail.eventName`. */
  readonly compared: ReadonlyMap<string, readonly Json[]>;
  /** Each of its alternatives as it is written, and the pattern that is left without it. */
  readonly alternatives: readonly Alternative[];
}

/** One of the conditions of a pattern. */
export interface Condition {
  readonly written: string;
  readonly holds: boolean;
}

/** One of several values or branches of a pattern, any of which is enough. */
export interface Alternative {
  readonly written: string;
  readonly rest: () => Pattern;
}

export const isRecord = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
