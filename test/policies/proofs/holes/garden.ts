import type { Assembly } from '../../../../policies/template/assembly.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are JSON that the planter changes at will
export type Json = any;

/** A copy of an assembly in which holes are planted. */
export class Garden {
  readonly assembly: Assembly;

  constructor(assembly: Assembly) {
    this.assembly = { ...assembly, stacks: structuredClone(assembly.stacks) };
  }

  /** Resources of a stack, by the end of its id. */
  resources(stack: string): Record<string, Json> {
    const found = this.assembly.stacks.find(({ id }) => id.endsWith(stack));
    if (found === undefined) throw new Error(`no stack ${stack}`);
    return found.template.Resources as Record<string, Json>;
  }

  /** Properties of the one resource of a type whose JSON contains the text. */
  find(stack: string, type: string, text = ''): Json {
    const found = Object.entries(this.resources(stack)).filter(
      ([id, resource]) =>
        resource.Type === type && `${id} ${JSON.stringify(resource.Properties)}`.includes(text),
    );
    if (found.length !== 1) throw new Error(`${found.length} resources ${type} with ${text} in ${stack}`);
    return found[0]?.[1].Properties;
  }

  /** Removes every organization policy, so that the layers below stand alone. */
  withoutGuardrails(): this {
    for (const { template } of this.assembly.stacks) {
      const resources = template.Resources as Record<string, Json>;
      for (const [id, resource] of Object.entries(resources)) {
        if (resource.Type === 'AWS::Organizations::Policy') delete resources[id];
      }
    }
    return this;
  }
}

/** The statement with that Sid in a policy document. */
export function statement(document: Json, sid: string): Json {
  const found = document.Statement.find((candidate: Json) => candidate.Sid === sid);
  if (found === undefined) throw new Error(`no statement ${sid}`);
  return found;
}

export function removeStatement(document: Json, sid: string): void {
  document.Statement.splice(document.Statement.indexOf(statement(document, sid)), 1);
}
