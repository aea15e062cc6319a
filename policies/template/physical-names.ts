import { createHash } from 'node:crypto';
import { asText } from '../../lib/model/as-text.ts';
import type { Assembly, StackTemplate, TemplateResource } from './assembly.ts';
import { partitionOf } from './partition.ts';
import { type References, resolve, scalarText, Unresolved } from './resolve.ts';
import { resourceTypes } from './resource-types.ts';
import { parameterDefaults } from './template-facts.ts';
import { isObject } from './template-shape.ts';

/** Values that may be taken for known before anything is deployed. */
export interface Assumptions {
  /**
   * Names that AWS makes up become texts in AWS's shape, one for each resource and no other (`vpce-0f3…`), so
   * that two references are equal exactly when they mean the same thing.
   */
  readonly inventsNames: boolean;
  /** A parameter that nobody gives a value has its default, though a deployment may give another. */
  readonly takesDefaults: boolean;
}

/** References as the names and ARNs they have after deployment. */
export class PhysicalNames implements References<StackTemplate> {
  private readonly stacks: readonly StackTemplate[];
  /** References being resolved; meeting one again is a circle. */
  private readonly pending = new Set<string>();

  constructor(
    assembly: Assembly,
    private readonly assumptions: Assumptions,
  ) {
    this.stacks = assembly.stacks;
  }

  resolve(value: unknown, stack: StackTemplate): unknown {
    return resolve(value, stack, this);
  }

  ref(name: string, stack: StackTemplate): unknown {
    const resource = stack.template.Resources?.[name];
    if (resource === undefined) return this.parameter(name, stack);
    const naming = resourceTypes[resource.Type];
    if (naming === undefined) return new Unresolved(`Ref to a ${resource.Type}`, 'a type whose Ref is known');
    return naming.ref === 'arn' ? this.arnOf(name, resource, stack) : this.nameOf(name, resource, stack);
  }

  attribute(id: string, attribute: string, stack: StackTemplate): unknown {
    const resource = stack.template.Resources?.[id];
    if (resource === undefined)
      return new Unresolved(`GetAtt ${id}.${attribute}`, 'a resource of this stack');
    const kind = attribute === 'Arn' ? 'arn' : resourceTypes[resource.Type]?.attributes?.[attribute];
    if (kind === 'arn') return this.arnOf(id, resource, stack);
    const name = this.nameOf(id, resource, stack);
    if (kind === 'name' || name instanceof Unresolved) return name;
    if (resource.Type === 'AWS::EC2::VPC' && attribute === 'DefaultSecurityGroup')
      return `sg-${name.slice(4)}`;
    return new Unresolved(`GetAtt ${attribute} of a ${resource.Type}`, 'an attribute whose shape is known');
  }

  imported(name: string, { account, region }: StackTemplate): unknown {
    for (const other of this.stacks) {
      if (other.account !== account || other.region !== region) continue;
      for (const [id, output] of outputsOf(other))
        if (isObject(output.Export) && this.resolve(output.Export.Name, other) === name)
          return this.outputValue(id, output, other);
    }
    return new Unresolved(`Fn::ImportValue ${name}`, 'an export of a stack in this assembly');
  }

  output(stackName: string, outputName: string, region: string | undefined): unknown {
    for (const other of this.stacks) {
      if (other.stackName !== stackName || other.region !== region) continue;
      const [, output] = outputsOf(other).find(([id]) => id === outputName) ?? [];
      if (output) return this.outputValue(outputName, output, other);
    }
    return new Unresolved(`Fn::GetStackOutput ${stackName}.${outputName}`, 'an output in this assembly');
  }

  isOpen(): boolean {
    return false;
  }

  private parameter(name: string, stack: StackTemplate): unknown {
    const given = stack.parameters?.[name];
    const isGiven = stack.parameters !== undefined && name in stack.parameters;
    const value =
      isGiven || !this.assumptions.takesDefaults ? given : parameterDefaults(stack.template)[name];
    return (
      value ?? new Unresolved(`Ref ${name}`, 'a resource of this stack, or a parameter with a known value')
    );
  }

  /** Physical name of a resource: given, or made up in AWS's shape. */
  private nameOf(id: string, resource: TemplateResource, stack: StackTemplate): string | Unresolved {
    const naming = resourceTypes[resource.Type];
    const given = naming?.name === undefined ? undefined : resource.Properties?.[naming.name];
    if (given !== undefined) {
      const name = this.once(`${stack.id}/${id}`, () => this.resolve(given, stack));
      if (name instanceof Unresolved) return name;
      return scalarText(name) ?? new Unresolved(`${naming?.name} ${JSON.stringify(name)}`, 'a text');
    }
    if (!this.assumptions.inventsNames)
      return new Unresolved(`the name of ${id}`, 'a name that the template gives');
    const hash = createHash('sha256').update(`${stack.id}/${id}`).digest('hex');
    return naming?.id?.(hash) ?? `${stack.stackName}-${id}-${hash.slice(0, 12).toUpperCase()}`;
  }

  private arnOf(id: string, resource: TemplateResource, stack: StackTemplate): string | Unresolved {
    const arn = resourceTypes[resource.Type]?.arn;
    if (arn === undefined)
      return new Unresolved(`the ARN of a ${resource.Type}`, 'a type whose ARN is known');
    const name = this.nameOf(id, resource, stack);
    if (name instanceof Unresolved) return name;
    const parts: Readonly<Record<string, string | undefined>> = {
      p: partitionOf(stack.region)?.name,
      r: stack.region,
      a: stack.account,
      name: `${pathOf(resource)}${name}`,
    };
    const missing = [...arn.matchAll(/\{(\w+)\}/g)].some(([, part = '']) => parts[part] === undefined);
    return missing
      ? new Unresolved(`the ARN of ${id}`, 'a stack with a fixed account and region')
      : arn.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] as string);
  }

  private outputValue(id: string, output: Readonly<Record<string, unknown>>, stack: StackTemplate): unknown {
    return this.once(`${stack.id} output ${id}`, () => this.resolve(output.Value, stack));
  }

  private once(what: string, read: () => unknown): unknown {
    if (this.pending.has(what)) return new Unresolved(what, 'references that end, not a circle');
    this.pending.add(what);
    const value = read();
    this.pending.delete(what);
    return value;
  }
}

/** Path of an IAM resource, which its ARN repeats. */
const pathOf = ({ Type, Properties }: TemplateResource): string =>
  Type.startsWith('AWS::IAM::') ? asText(Properties?.Path ?? '/').slice(1) : '';

const outputsOf = ({ template }: StackTemplate): [string, Record<string, unknown>][] =>
  Object.entries(isObject(template.Outputs) ? template.Outputs : {}).filter(
    (output): output is [string, Record<string, unknown>] => isObject(output[1]),
  );
