import { type Finding, inputFinding } from '../../lib/model/finding.ts';
import type { StackTemplate } from './assembly.ts';

/**
 * Exceptions and acknowledgements know a resource by its construct path, so no two may claim one.
 *
 * @param stacks of the whole assembly, nested ones too.
 */
export function claimedTwice(stacks: readonly StackTemplate[]): Finding[] {
  const claims = new Map<string, string>();
  return stacks.flatMap(({ id, file, template, constructPaths }) =>
    Object.entries(constructPaths)
      .filter(([logicalId]) => template.Resources?.[logicalId] !== undefined)
      .flatMap(([logicalId, path]) => {
        const other = claims.get(path);
        claims.set(path, `${id} ${logicalId}`);
        return other === undefined
          ? []
          : [
              problem(
                file,
                `${id} ${logicalId} claims ${path}, as ${other} does`,
                'one resource for each path',
              ),
            ];
      }),
  );
}

/** In an assembly, a path begins with the stack that holds the resource. */
export const claimedElsewhere = (
  stackId: string,
  { id, file, template, constructPaths }: StackTemplate,
): Finding[] =>
  Object.entries(constructPaths)
    .filter(([logicalId, path]) => template.Resources?.[logicalId] && !path.startsWith(`${stackId}/`))
    .map(([logicalId, path]) =>
      problem(file, `${id} ${logicalId} claims ${path}`, `a path below ${stackId}/`),
    );

const problem = (file: string, got: string, expected: string): Finding =>
  inputFinding({
    code: 'ASM-PATH',
    where: { file },
    got,
    expected,
    fix: 'synthesize again: an exception for one resource must not cover another',
  });
