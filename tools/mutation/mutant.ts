import type { StackTemplate, TemplateResource } from '../../policies/template/assembly.ts';

/** A weakness planted into one stack. */
export interface Mutant {
  /** Stable, for example `Matter KeyE447D366 drop EnableKeyRotation`. */
  readonly name: string;
  readonly operator: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** The stack with the weakness in it. */
  readonly mutated: StackTemplate;
  /** Why no judge needs to notice: the mutant weakens nothing. */
  readonly equivalent?: string;
}

/** A resource of a stack that mutants are made from. */
export interface Site {
  readonly stack: StackTemplate;
  readonly logicalId: string;
  readonly resource: TemplateResource;
}

/** Change of an operator to a resource; undefined deletes it. */
export interface Change {
  readonly operator: string;
  /** Place, for example `KeyPolicy.Statement[2]`. */
  readonly at: string;
  readonly resource: TemplateResource | undefined;
  readonly equivalent?: string;
  /** Further resources planted beside it. */
  readonly beside?: Readonly<Record<string, TemplateResource>>;
}

export function plant({ stack, logicalId, resource }: Site, change: Change): Mutant {
  const { [logicalId]: _, ...others } = stack.template.Resources ?? {};
  const Resources = {
    ...others,
    ...(change.resource ? { [logicalId]: change.resource } : {}),
    ...change.beside,
  };
  return {
    name: `${kindOfStack(stack.id)} ${logicalId} ${change.operator} ${change.at}`.trim(),
    operator: change.operator,
    stack: stack.id,
    logicalId,
    type: resource.Type,
    mutated: { ...stack, template: { ...stack.template, Resources } },
    ...(change.equivalent ? { equivalent: change.equivalent } : {}),
  };
}

/** `meridian/Matter-m-7f3a9c` and `luzon/Matter-m-c90e15` are the same code: their mutants count once. */
const kindOfStack = (id: string): string => id.replace(/^.*\//, '').replace(/-m-[0-9a-f]+$/, '');

/** A copy of `root` with the value at `path` replaced; undefined removes it (and closes the gap in a list). */
export function replaceAt<T>(root: T, path: readonly (string | number)[], value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  if (Array.isArray(root)) {
    const copy = [...(root as unknown[])];
    if (rest.length === 0 && value === undefined) copy.splice(Number(step), 1);
    else copy[Number(step)] = replaceAt(copy[Number(step)], rest, value);
    return copy as T;
  }
  const copy = { ...(root as Record<string, unknown>) };
  if (rest.length === 0 && value === undefined) delete copy[step];
  else copy[step] = replaceAt(copy[step], rest, value);
  return copy as T;
}
