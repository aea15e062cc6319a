import type { Assembly, StackTemplate, TemplateResource } from '../../policies/template/assembly.ts';

export function stackOf(assembly: Assembly, id: string): StackTemplate {
  const stack = assembly.stacks.find((candidate) => candidate.id === id);
  if (!stack) throw new Error(`no stack ${id}; there are ${assembly.stacks.map((s) => s.id).join(', ')}`);
  return stack;
}

export interface Found<Properties> {
  readonly logicalId: string;
  readonly stack: string;
  readonly resource: TemplateResource;
  readonly properties: Properties;
}

/** Every resource of a type, in one stack or in the whole assembly. */
// biome-ignore lint/suspicious/noExplicitAny: properties of a template are JSON of any shape.
export function resourcesOf(where: Assembly | StackTemplate, type: string): Found<any>[] {
  const stacks = 'stacks' in where ? where.stacks : [where];
  return stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {})
      .filter(([, resource]) => resource.Type === type)
      .map(([logicalId, resource]) => ({
        logicalId,
        stack: stack.id,
        resource,
        properties: resource.Properties ?? {},
      })),
  );
}
