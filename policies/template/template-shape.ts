import { type Finding, inputFinding } from '../../lib/model/finding.ts';

/** Deeper than any template CloudFormation takes; keeps recursion over values safe. */
const maxDepth = 100;

/**
 * Shape that a template must have before anything reads it: it is an object, `Resources` maps ids to objects with a
 * string `Type`, `Properties` are objects, and nothing nests without end.
 */
export function shapeProblems(file: string, value: unknown): Finding[] {
  const problem = (got: string, expected: string): Finding =>
    inputFinding({
      code: 'ASM-NOT-A-TEMPLATE',
      where: { file },
      got,
      expected,
      fix: 'give a CloudFormation template or a directory that `cdk synth` wrote',
    });
  if (!isObject(value)) return [problem(kind(value), 'a template, which is an object')];
  if (!isObject(value.Resources)) {
    const got =
      value.Resources === undefined ? 'no Resources section' : `Resources is ${kind(value.Resources)}`;
    return [problem(got, 'a Resources section that maps logical ids to resources')];
  }
  const problems: Finding[] = [];
  for (const [logicalId, resource] of Object.entries(value.Resources)) {
    if (logicalId.startsWith('Fn::'))
      problems.push(problem(`Resources.${logicalId}`, 'resources written out, not made by a transform'));
    else if (!isObject(resource) || typeof resource.Type !== 'string')
      problems.push(problem(`Resources.${logicalId} without a Type`, 'a resource with a string Type'));
    else if (resource.Properties !== undefined && !isObject(resource.Properties))
      problems.push(
        problem(`Resources.${logicalId}.Properties is ${kind(resource.Properties)}`, 'an object'),
      );
  }
  if (value.Transform !== undefined)
    problems.push(
      problem(
        `Transform ${JSON.stringify(value.Transform)}`,
        'a template without transforms; what a macro makes of it cannot be judged here',
      ),
    );
  if (depthExceeds(value, maxDepth))
    problems.push(problem(`values nested deeper than ${maxDepth} levels`, `at most ${maxDepth} levels`));
  return problems;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kind = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : value === undefined
        ? 'nothing'
        : `a ${typeof value}`;

/** Iterative on purpose: the input may be deep enough to end a recursion. */
function depthExceeds(root: unknown, limit: number): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return false;
}
