import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../lib/config/config.ts';
import { loadConfig } from '../lib/config/load-config.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import type { Assembly, StackTemplate, TemplateResource } from '../policies/template/assembly.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';

/** The day on which the shipped examples' records are judged. */
export const asOf = '2026-11-21';

/** Synthesizes the shipped examples as they are and reads the result back as a reviewer would. */
export const exampleAssembly = (config = 'config'): Assembly => assemblyOf(loadConfig(config));

/** Synthesizes a configuration without asking the gates: what is built does not depend on what allows it. */
export function assemblyOf(config: Config, options: { asOf?: string; only?: string[] } = {}): Assembly {
  const outdir = mkdtempSync(join(tmpdir(), 'closed-room-'));
  buildApp(config, { asOf, outdir, ...options }).synth();
  return readAssembly(outdir);
}

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
