import { allStatements } from '../../policies/proofs/all-statements.ts';
import type { ProofStatement } from '../../policies/proofs/authoring/proof-statement.ts';
import { proveAssembly } from '../../policies/proofs/prove-assembly.ts';
import type { Assembly } from '../../policies/template/assembly.ts';
import { exampleAssembly } from './example-assembly.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates are edited as JSON is
export type Template = Record<string, any>;

/** The workspace of an example vendor, in which every job is possible. */
export const room: Assembly = exampleAssembly('meridian');

/** Statements of the jobs. */
export const work = allStatements.filter(({ part }) => part === 'work');

/** The room after one edit of one stack; the edit names what it looks for and fails where it is not there. */
export function edited(stack: string, edit: (resources: Template) => void): Assembly {
  const stacks = room.stacks.map((one) => {
    if (one.id !== stack) return one;
    const template = structuredClone(one.template);
    edit(template.Resources as Template);
    return { ...one, template };
  });
  expect(stacks.some(({ id }) => id === stack)).toBe(true);
  return { ...room, stacks };
}

/** The first resource of a type that passes a test, by its logical id. */
export const named = (
  resources: Template,
  type: string,
  test: (properties: Template, logicalId: string) => boolean,
): [string, Template] => {
  const found = Object.entries(resources).filter(
    ([logicalId, resource]) => resource.Type === type && test(resource.Properties ?? {}, logicalId),
  );
  expect(found.length).toBeGreaterThan(0);
  return found[0] as [string, Template];
};

/** Each refuted or unknown subject with its words. */
export const refusals = (assembly: Assembly, statements: readonly ProofStatement[] = work): string[] =>
  proveAssembly(assembly, { statements }).results.flatMap(({ statement, subject, verdict }) => {
    if (verdict.kind === 'proved') return [];
    if (verdict.kind === 'unknown') return [`${statement.id}: ${subject}: unknown ${verdict.reason}`];
    if ('counterExample' in verdict) {
      const { request } = verdict.counterExample;
      return [`${statement.id}: ${subject}: may ${request.action} on ${request.resource}`];
    }
    return [`${statement.id}: ${subject}: ${verdict.witness.join(' ')}; ${verdict.culprits.join('; ')}`];
  });
