import { asText } from '../../lib/model/as-text.ts';
import type { StackTemplate, Template } from './assembly.ts';
import { isObject } from './template-shape.ts';

/** Construct paths from `aws:cdk:path` in a template without a manifest. */
export function pathsInTemplate(template: Template): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const [logicalId, resource] of Object.entries(template.Resources ?? {})) {
    const path = resource.Metadata?.['aws:cdk:path'];
    if (typeof path === 'string') paths[logicalId] = path;
  }
  return paths;
}

/** Defaults of parameters that are texts or numbers; a name in the parameter store is no value, a list no text. */
export function parameterDefaults(template: Template): Record<string, string> {
  const defaults: Record<string, string> = {};
  if (isObject(template.Parameters))
    for (const [name, parameter] of Object.entries(template.Parameters))
      if (
        isObject(parameter) &&
        /^(String|Number)$/.test(asText(parameter.Type)) &&
        parameter.Default !== undefined
      )
        defaults[name] = asText(parameter.Default);
  return defaults;
}

/** Names of the parameters that CloudFormation takes from Systems Manager. */
export function ssmParametersOf({ template, parameters = {} }: StackTemplate): string[] {
  const declared = isObject(template.Parameters) ? Object.entries(template.Parameters) : [];
  return declared.flatMap(([id, parameter]) => {
    if (!isObject(parameter) || !`${parameter.Type}`.startsWith('AWS::SSM::Parameter::')) return [];
    const name = parameters[id] ?? parameter.Default;
    return [typeof name === 'string' ? (name.startsWith('/') ? name : `/${name}`) : `of ${id}`];
  });
}

/** Construct path of a resource; undefined where the manifest tells none. */
export const pathOf = ({ constructPaths }: StackTemplate, logicalId: string): string | undefined =>
  Object.hasOwn(constructPaths, logicalId) ? constructPaths[logicalId] : undefined;
