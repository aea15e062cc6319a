import { isDeepStrictEqual } from 'node:util';
import { asText } from '../../../lib/model/as-text.ts';
import { readArn } from '../../template/arn.ts';
import type { StackTemplate } from '../../template/assembly.ts';
import { bootstrapNames, bootstrapQualifier, readRole } from '../../template/names.ts';
import { ssmParametersOf } from '../../template/template-facts.ts';
import { isObject } from '../../template/template-shape.ts';
import { bootstrapVersion } from '../aws/bootstrap-roles.ts';
import type { Made } from '../world/world.ts';
import type { Problem } from './problem.ts';

const anatomy = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html';
const bootstrapping = 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html';

/** Sections that are read, or that change nothing. */
const sections: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
]);

type Say = (at: string, got: string, expected: string, source?: string) => void;

/** Problems that keep a whole stack from being made, whatever its resources are. */
export function stackProblems(stack: StackTemplate, functions: readonly Made[]): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (at, got, expected, source = anatomy) => problems.push({ at, got, expected, source });
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(stack.stackName))
    say('stack name', stack.stackName, 'a letter, then at most 127 letters, digits and hyphens');
  for (const section of Object.keys(stack.template))
    if (!sections.has(section))
      say(section, `a section ${section}`, 'a template that decides nothing at deployment');
  ruleProblems(stack, say);
  parameterProblems(stack, say);
  if (stack.deployment !== undefined) {
    bootstrapProblems(stack, say);
    uploadProblems(stack, functions, say);
  }
  return problems;
}

/** The CDK writes one rule: no version of the bootstrap below the one it asks for. Any other may forbid the stack. */
function ruleProblems({ template, deployment }: StackTemplate, say: Say): void {
  const rules = isObject(template.Rules) ? template.Rules : {};
  const version = deployment?.bootstrap?.version ?? 0;
  const older = Array.from({ length: Math.max(version - 1, 0) }, (_, index) => `${index + 1}`);
  const expected = { 'Fn::Not': [{ 'Fn::Contains': [older, { Ref: 'BootstrapVersion' }] }] };
  for (const [name, rule] of Object.entries(rules)) {
    const { Assertions: assertions, ...others } = isObject(rule) ? rule : {};
    const asserted = Array.isArray(assertions) ? (assertions as unknown[]) : [];
    const isOfCdk =
      name === 'CheckBootstrapVersion' &&
      Object.keys(others).length === 0 &&
      asserted.every((one) => isObject(one) && isDeepStrictEqual(one.Assert, expected));
    if (!isOfCdk)
      say(
        `Rules.${name}`,
        JSON.stringify(rule),
        'CheckBootstrapVersion as the CDK writes it, and no other rule',
      );
  }
}

function parameterProblems({ template, parameters = {} }: StackTemplate, say: Say): void {
  const declared = isObject(template.Parameters) ? Object.entries(template.Parameters) : [];
  for (const [name, parameter] of declared)
    if (!Object.hasOwn(parameters, name) && (!isObject(parameter) || parameter.Default === undefined))
      say(`Parameters.${name}`, 'no value', 'a default, or a value in the manifest');
}

/** The bootstrap of the guide, under the qualifier of the roles. */
function bootstrapProblems(stack: StackTemplate, say: Say): void {
  const { account = '', region = '', deployment } = stack;
  const qualifier = qualifierOf(deployment?.executionRole);
  if (qualifier === undefined) return;
  const { bootstrap, assets, deployRole } = deployment ?? {};
  const names = bootstrapNames(qualifier, account, region);
  const parameter = names.versionParameter;
  const expect = (at: string, got: string | undefined, expected: string) => {
    if (got !== expected) say(at, got ?? 'none', expected, bootstrapping);
  };
  if (deployRole !== undefined) expect('qualifier of the deploying role', qualifierOf(deployRole), qualifier);
  expect('stackTemplateAssetObjectUrl', assets, names.assets);
  expect('bootstrapStackVersionSsmParameter', bootstrap?.parameter, parameter);
  for (const name of ssmParametersOf(stack)) expect('Parameters', name, parameter);
  const version = bootstrap?.version ?? Number.NaN;
  if (!(version >= 1 && version <= bootstrapVersion))
    say('requiresBootstrapStackVersion', asText(version), `at most ${bootstrapVersion}`, bootstrapping);
}

const qualifierOf = (role: string | undefined): string | undefined =>
  bootstrapQualifier(readRole(role ?? '')?.name ?? '');

/** Files that the template and its functions are made of: each is there, and goes to the bucket it is read from. */
function uploadProblems(
  { id, account = '', region = '', deployment }: StackTemplate,
  functions: readonly Made[],
  say: Say,
): void {
  const { uploads = [], assets, templateKey, executionRole } = deployment ?? {};
  const qualifier = qualifierOf(executionRole);
  if (qualifier === undefined) return;
  const { assets: bucket, publishingRole } = bootstrapNames(qualifier, account, region);
  for (const { bucket: to, key, role, isThere } of uploads) {
    const at = `upload of ${key}`;
    if (!isThere) say(at, 'no such file in the assembly', 'the file', bootstrapping);
    if (to !== bucket) say(at, to, bucket, bootstrapping);
    const uploader = readArn(role ?? '');
    if (uploader?.account !== account || uploader.resource !== `role/${publishingRole}`)
      say(at, role ?? 'no role', publishingRole, bootstrapping);
  }
  const wanted = [
    { at: 'stackTemplateAssetObjectUrl', from: assets, key: templateKey },
    ...functions
      .filter(({ place }) => place.stack === id)
      .flatMap(({ place, properties: { Code } }) =>
        isObject(Code) && Code.S3Bucket !== undefined
          ? [
              {
                at: `${place.logicalId} Properties.Code`,
                from: asText(Code.S3Bucket),
                key: asText(Code.S3Key),
              },
            ]
          : [],
      ),
  ];
  for (const { at, from = 'none', key = 'none' } of wanted)
    if (!uploads.some((upload) => upload.bucket === from && upload.key === key))
      say(at, `s3://${from}/${key}`, 'a file that an asset manifest of the stack uploads', bootstrapping);
}
