import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import type { StackTemplate } from '../../../template/assembly.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { isObject } from '../../../template/template-shape.ts';

const alias = (TargetKeyId: unknown, attributes: object = {}) => ({
  Type: 'AWS::KMS::Alias',
  Properties: { TargetKeyId },
  ...attributes,
});
const stack = (Alias: ReturnType<typeof alias>): ExampleStacks => ({
  'meridian/Matter': { Key: { Type: 'AWS::KMS::Key' }, Alias },
  'meridian/Network': {
    template: {
      Resources: { Vpc: { Type: 'AWS::EC2::VPC' } },
      Outputs: { VpcId: { Value: { Ref: 'Vpc' } } },
    },
  },
});

/** References that point nowhere protect nothing, and a template edited by hand may still deploy in part. */
export const check = assemblyCheck({
  control: 'LPO-GOV-01',
  name: 'every-reference-resolves',
  expected: 'every Ref, GetAtt, DependsOn and stack output points at something in the assembly',
  fix: 'restore what was removed, or remove what points at it',
  judge: (view) =>
    view.stacks.flatMap((stack) => {
      const outputs = dangling(view, stack, stack.template.Outputs ?? {}, 'Outputs');
      return [
        ...outputs,
        ...Object.entries(stack.template.Resources ?? {}).flatMap(([logicalId, resource]) => [
          ...dangling(view, stack, resource.Properties ?? {}, '').map((found) => ({ ...found, logicalId })),
          ...[resource.DependsOn ?? []]
            .flat()
            .filter((name) => !(asText(name) in (stack.template.Resources ?? {})))
            .map((name) => ({ stack: stack.id, logicalId, property: 'DependsOn', got: asText(name) })),
        ]),
      ];
    }),
  good: {
    inside: stack(alias({ Ref: 'Key' }, { DependsOn: ['Key'] })),
    'across stacks': stack(
      alias({ 'Fn::GetStackOutput': { StackName: 'meridian-Network', OutputName: 'VpcId' } }),
    ),
    'a pseudo parameter': stack(alias({ Ref: 'AWS::Region' })),
  },
  bad: {
    'a resource that is gone': stack(alias({ Ref: 'Gone' })),
    'an attribute of it': stack(alias({ 'Fn::GetAtt': ['Gone', 'Arn'] })),
    'in a substitution': stack(alias({ 'Fn::Sub': `x-$\{Gone}` })),
    'an output that is gone': stack(
      alias({ 'Fn::GetStackOutput': { StackName: 'meridian-Network', OutputName: 'Gone' } }),
    ),
    'an order that is gone': stack(alias({ Ref: 'Key' }, { DependsOn: 'Gone' })),
  },
});

function dangling(view: AssemblyView, stack: StackTemplate, value: unknown, path: string): PlacedDeviation[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => dangling(view, stack, one, `${path}.${index}`));
  if (!isObject(value)) return [];
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': substitution, 'Fn::GetStackOutput': output } = value;
  if (typeof ref === 'string') return knows(stack, ref) ? [] : [deviation(stack, path, `Ref ${ref}`)];
  if (attribute !== undefined) {
    const name = [attribute].flat().map(asText).join('.').split('.')[0] ?? '';
    return knows(stack, name) ? [] : [deviation(stack, path, `GetAtt ${name}`)];
  }
  if (output !== undefined)
    return view.target(value, stack)
      ? []
      : [deviation(stack, path, `GetStackOutput ${JSON.stringify(output)}`)];
  if (substitution !== undefined) {
    const [template, variables] = Array.isArray(substitution) ? substitution : [substitution, {}];
    const names = [...asText(template).matchAll(/\$\{([^!}.][^}.]*)/g)].map(([, name]) => name as string);
    const missing = names.filter(
      (name) => !knows(stack, name) && !(isObject(variables) && name in variables),
    );
    return [
      ...missing.map((name) => deviation(stack, path, `Sub ${name}`)),
      ...dangling(view, stack, variables, path),
    ];
  }
  return Object.entries(value).flatMap(([key, one]) => dangling(view, stack, one, `${path}.${key}`));
}

const deviation = (stack: StackTemplate, path: string, got: string): PlacedDeviation => ({
  stack: stack.id,
  property: path.replace(/^\./, ''),
  got,
});

const knows = ({ template: { Resources = {}, Parameters } }: StackTemplate, name: string): boolean =>
  name.startsWith('AWS::') || name in Resources || (isObject(Parameters) && name in Parameters);
