import { type Finding, inputFinding } from '../../lib/model/finding.ts';

/** Source: CloudFormation User Guide, "CloudFormation quotas": resources in a template. */
const maxResources = 500;

/**
 * Longest document of a policy, as JSON without blanks. AWS takes none above 32,768 characters (AWS KMS Developer Guide,
 * "Resource quotas": key policy); functions written out may take three times what they stand for.
 */
const maxPolicyLength = 100_000;

/** Longest text in a policy; an ARN has at most 2,048 characters. */
const maxPolicyText = 10_000;

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
  if (value.Transform !== undefined && !(Array.isArray(value.Transform) && value.Transform.length === 0))
    problems.push(
      problem(
        `Transform ${JSON.stringify(value.Transform)}`,
        'a template without transforms; what a macro makes of it cannot be judged here',
      ),
    );
  if (depthExceeds(value, maxDepth))
    return [
      ...problems,
      problem(`values nested deeper than ${maxDepth} levels`, `at most ${maxDepth} levels`),
    ];
  const count = Object.keys(value.Resources).length;
  if (count > maxResources)
    problems.push(limit(file, `${count} resources`, `at most ${maxResources} in a template`));
  for (const [logicalId, resource] of Object.entries(value.Resources)) {
    const path = isObject(resource) ? pathOfNull(resource.Properties, 'Properties') : undefined;
    if (path !== undefined)
      problems.push(
        problem(`Resources.${logicalId}.${path} is null`, 'a value; CloudFormation takes no null'),
      );
  }
  return [...problems, ...oversizedPolicies(file, value.Resources)];
}

/** Path of the first null in a value; undefined where there is none. */
function pathOfNull(value: unknown, path: string): string | undefined {
  if (value === null) return path;
  if (typeof value !== 'object') return undefined;
  for (const [name, one] of Object.entries(value)) {
    const found = pathOfNull(one, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Policies that AWS takes nowhere, found before anything is asked about each of their statements. */
function oversizedPolicies(file: string, resources: Readonly<Record<string, unknown>>): Finding[] {
  return Object.entries(resources).flatMap(([logicalId, resource]) =>
    policiesIn(resource).flatMap((policy) => {
      const { length } = JSON.stringify(policy);
      if (length > maxPolicyLength)
        return [
          limit(
            file,
            `a policy of ${length} characters in ${logicalId}`,
            `at most ${maxPolicyLength}; AWS takes 32768 without its functions`,
          ),
        ];
      const longest = longestText(policy);
      return longest > maxPolicyText
        ? [
            limit(
              file,
              `a text of ${longest} characters in a policy of ${logicalId}`,
              `at most ${maxPolicyText} characters`,
            ),
          ]
        : [];
    }),
  );
}

/** Objects with a list of statements, wherever in a resource. */
function policiesIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isObject(value) && Array.isArray(value.Statement)) return [value];
  return Object.values(value).flatMap(policiesIn);
}

function longestText(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (longest, [name, one]) => Math.max(longest, name.length, longestText(one)),
    0,
  );
}

const limit = (file: string, got: string, expected: string): Finding =>
  inputFinding({
    ...{ code: 'ASM-LIMIT', where: { file }, got, expected },
    fix: 'divide it: AWS would refuse it at the deployment',
  });

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
