import type { Assembly, StackTemplate } from './assembly.ts';
import { type References, resolve } from './resolve.ts';
import { ResourceView } from './resource-view.ts';
import { isObject } from './template-shape.ts';
import { textOf } from './text.ts';

/** A resource and the stack it stands in. */
export interface Placed {
  readonly stack: StackTemplate;
  readonly resource: ResourceView;
}

/** An assembly indexed for checks over all stacks together. */
export class AssemblyView {
  readonly stacks: readonly StackTemplate[];
  readonly resources: readonly Placed[];
  private readonly byType = new Map<string, Placed[]>();
  private readonly byStack = new Map<string, Map<string, Placed>>();
  private readonly known: ReadonlySet<unknown>;
  private readonly byName = new Map<string, StackTemplate[]>();

  constructor(readonly assembly: Assembly) {
    this.stacks = assembly.stacks;
    this.resources = this.stacks.flatMap(viewsOf);
    this.known = new Set(this.resources);
    for (const placed of this.resources) {
      push(this.byType, placed.resource.type, placed);
      const inStack = this.byStack.get(placed.stack.id) ?? new Map<string, Placed>();
      inStack.set(placed.resource.logicalId, placed);
      this.byStack.set(placed.stack.id, inStack);
    }
    for (const stack of this.stacks) push(this.byName, stack.stackName, stack);
  }

  ofType(...types: readonly string[]): readonly Placed[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  inStack(stack: StackTemplate): readonly Placed[] {
    return [...(this.byStack.get(stack.id)?.values() ?? [])];
  }

  /** The resource a value points at, in this stack or through an output of another one. */
  target(value: unknown, stack: StackTemplate): Placed | undefined {
    const target = resolve(value, stack, this.targets);
    return this.known.has(target) ? (target as Placed) : undefined;
  }

  /** References as the resources they lead to. */
  private readonly targets: References<StackTemplate> = {
    ref: (name, stack) => this.byStack.get(stack.id)?.get(name),
    attribute: (logicalId, _, stack) => this.byStack.get(stack.id)?.get(logicalId),
    output: (stackName, outputName) => this.ofOutput(stackName, outputName),
    imported: (name) => this.ofExport(name),
    isOpen: () => false,
  };

  private ofOutput(stackName: string, outputName: string): Placed | undefined {
    for (const stack of this.byName.get(stackName) ?? []) {
      const outputs = stack.template.Outputs;
      const output = isObject(outputs) ? outputs[outputName] : undefined;
      if (isObject(output)) return this.target(output.Value, stack);
    }
    return undefined;
  }

  private ofExport(name: string): Placed | undefined {
    for (const stack of this.stacks)
      for (const output of Object.values(isObject(stack.template.Outputs) ? stack.template.Outputs : {}))
        if (isObject(output) && isObject(output.Export) && textOf(output.Export.Name, stack) === name)
          return this.target(output.Value, stack);
    return undefined;
  }
}

/** Views of a stack; a stack is immutable, and what was parsed of it once need not be parsed again. */
const known = new WeakMap<StackTemplate, readonly Placed[]>();

function viewsOf(stack: StackTemplate): readonly Placed[] {
  const views =
    known.get(stack) ??
    Object.entries(stack.template.Resources ?? {}).map(([logicalId, resource]) => ({
      stack,
      resource: new ResourceView(logicalId, resource, stack),
    }));
  known.set(stack, views);
  return views;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
