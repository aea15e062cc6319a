import { createHash } from 'node:crypto';
import type { Assembly, StackTemplate, TemplateResource } from '../../template/assembly.ts';
import { resourceTypes } from '../aws/resource-types.ts';
import type { Failure, Place } from '../policy/statement.ts';

/** Raised inside a value; the caller turns it into a failure with the place of the value. */
class Unresolved extends Error {
  constructor(
    readonly got: string,
    readonly expected: string,
  ) {
    super(got);
  }
}

/**
 * Resolves intrinsic functions to the text they will have after deployment.
 *
 * Names that AWS makes up become texts in AWS's shape, one for each resource and no other (`vpce-0f3…`), so
 * that two references are equal exactly when they mean the same thing. What it does not know is a failure.
 */
export class Resolver {
  readonly failures: Failure[] = [];
  private depth = 0;
  private readonly byName = new Map<string, StackTemplate>();

  constructor(assembly: Assembly) {
    for (const stack of assembly.stacks) this.byName.set(`${stack.stackName}|${stack.region ?? ''}`, stack);
  }

  /** The value with every intrinsic resolved; undefined (and a failure) when one of them is not understood. */
  value(value: unknown, stack: StackTemplate, place: Place): unknown {
    try {
      return this.walk(value, stack);
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      this.fail('WORLD-INTRINSIC', place, error.got, error.expected);
      return undefined;
    }
  }

  /** A property as text; undefined when it is absent or not understood. */
  text(value: unknown, stack: StackTemplate, place: Place): string | undefined {
    if (value === undefined) return undefined;
    const resolved = this.value(value, stack, place);
    if (resolved === undefined) return undefined;
    if (typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean') {
      return String(resolved);
    }
    this.fail('WORLD-VALUE', place, JSON.stringify(resolved), 'a text');
    return undefined;
  }

  fail(code: string, place: Place, got: string, expected: string): void {
    this.failures.push({ code, place, got, expected });
  }

  /** Physical name of a resource: given, or made up in AWS's shape. */
  nameOf(logicalId: string, resource: TemplateResource, stack: StackTemplate): string {
    const naming = resourceTypes[resource.Type];
    const hash = createHash('sha256').update(`${stack.id}/${logicalId}`).digest('hex');
    const given = naming?.name === undefined ? undefined : resource.Properties?.[naming.name];
    if (given !== undefined) return String(this.walk(given, stack));
    if (naming?.id !== undefined) return naming.id(hash);
    return `${stack.stackName}-${logicalId}-${hash.slice(0, 12).toUpperCase()}`;
  }

  /** ARN of a resource, or undefined when its type has none that we know. */
  arnOf(logicalId: string, resource: TemplateResource, stack: StackTemplate): string | undefined {
    const arn = resourceTypes[resource.Type]?.arn;
    if (arn === undefined) return undefined;
    const path = resource.Type.startsWith('AWS::IAM::')
      ? String(resource.Properties?.Path ?? '/').slice(1)
      : '';
    return arn
      .replace('{p}', partitionOf(stack))
      .replace('{r}', stack.region ?? '')
      .replace('{a}', stack.account ?? '')
      .replace('{name}', path + this.nameOf(logicalId, resource, stack));
  }

  private walk(value: unknown, stack: StackTemplate): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.walk(item, stack)).filter((item) => item !== noValue);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      return this.intrinsic(first[0], first[1], stack);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, this.walk(item, stack)]).filter(([, item]) => item !== noValue),
    );
  }

  /** A circle of references, an argument of another shape: not understood, like a function nobody knows. */
  private intrinsic(name: string, argument: unknown, stack: StackTemplate): unknown {
    if (this.depth >= deepest)
      throw new Unresolved(`${name} ${JSON.stringify(argument)}`, 'references that end, not a circle');
    this.depth += 1;
    try {
      return this.resolved(name, argument, stack);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Unresolved(`${name} ${JSON.stringify(argument)}`, 'an argument of the shape it takes');
    } finally {
      this.depth -= 1;
    }
  }

  private resolved(name: string, argument: unknown, stack: StackTemplate): unknown {
    switch (name) {
      case 'Ref':
        return this.ref(String(argument), stack);
      case 'Fn::GetAtt':
        return this.getAtt(argument, stack);
      case 'Fn::Sub':
        return this.sub(argument, stack);
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown];
        return this.list(parts, stack, 'Fn::Join').join(separator);
      }
      case 'Fn::Select': {
        const [index, parts] = argument as [unknown, unknown];
        const chosen = this.list(parts, stack, 'Fn::Select')[Number(index)];
        if (chosen === undefined)
          throw new Unresolved(`Fn::Select ${JSON.stringify(argument)}`, 'an index in the list');
        return chosen;
      }
      case 'Fn::Split': {
        const [separator, text] = argument as [string, unknown];
        return String(this.walk(text, stack)).split(separator);
      }
      case 'Fn::ImportValue':
        return this.imported(String(this.walk(argument, stack)), stack);
      case 'Fn::GetStackOutput':
        return this.stackOutput(argument as Record<string, unknown>, stack);
      default:
        throw new Unresolved(name, 'Ref, GetAtt, Sub, Join, Select, Split, ImportValue or GetStackOutput');
    }
  }

  private list(value: unknown, stack: StackTemplate, where: string): string[] {
    const resolved = this.walk(value, stack);
    if (Array.isArray(resolved)) return resolved.map(String);
    throw new Unresolved(`${where} over ${JSON.stringify(resolved)}`, 'a list');
  }

  private ref(name: string, stack: StackTemplate): unknown {
    switch (name) {
      case 'AWS::AccountId':
        return required(stack.account, name);
      case 'AWS::Region':
        return required(stack.region, name);
      case 'AWS::Partition':
        return partitionOf(stack);
      case 'AWS::URLSuffix':
        return partitionOf(stack) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
      case 'AWS::StackName':
        return stack.stackName;
      case 'AWS::NoValue':
        return noValue;
    }
    const resource = stack.template.Resources?.[name];
    if (resource === undefined)
      throw new Unresolved(`Ref ${name}`, 'a resource of this stack or a pseudo parameter');
    const naming = resourceTypes[resource.Type];
    if (naming === undefined) throw new Unresolved(`Ref to a ${resource.Type}`, 'a type whose Ref is known');
    return naming.ref === 'arn' ? this.arnOf(name, resource, stack) : this.nameOf(name, resource, stack);
  }

  private getAtt(argument: unknown, stack: StackTemplate): string {
    const [id = '', attribute = ''] =
      typeof argument === 'string' ? splitOnce(argument) : (argument as string[]);
    const resource = stack.template.Resources?.[id];
    if (resource === undefined) throw new Unresolved(`GetAtt ${id}.${attribute}`, 'a resource of this stack');
    const kind = attribute === 'Arn' ? 'arn' : resourceTypes[resource.Type]?.attributes?.[attribute];
    if (kind === 'name' || kind === 'id') return this.nameOf(id, resource, stack);
    if (kind === 'arn') {
      const arn = this.arnOf(id, resource, stack);
      if (arn !== undefined) return arn;
    }
    if (resource.Type === 'AWS::EC2::VPC' && attribute === 'DefaultSecurityGroup') {
      return `sg-${this.nameOf(id, resource, stack).slice(4)}`;
    }
    throw new Unresolved(`GetAtt ${attribute} of a ${resource.Type}`, 'an attribute whose shape is known');
  }

  private sub(argument: unknown, stack: StackTemplate): string {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return text.replace(/\$\{(!?)([^}]*)\}/g, (_whole, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return String(this.walk(variables[name], stack));
      return String(name.includes('.') ? this.getAtt(name, stack) : this.ref(name, stack));
    });
  }

  private imported(name: string, stack: StackTemplate): unknown {
    for (const other of this.byName.values()) {
      if (other.account !== stack.account || other.region !== stack.region) continue;
      for (const output of Object.values(outputsOf(other))) {
        const exported = output.Export?.Name;
        if (exported !== undefined && this.walk(exported, other) === name)
          return this.walk(output.Value, other);
      }
    }
    throw new Unresolved(`Fn::ImportValue ${name}`, 'an export of a stack in this assembly');
  }

  private stackOutput(argument: Record<string, unknown>, stack: StackTemplate): unknown {
    const name = String(this.walk(argument.StackName, stack));
    const region = argument.Region === undefined ? stack.region : String(this.walk(argument.Region, stack));
    const other = this.byName.get(`${name}|${region ?? ''}`);
    const output = other && outputsOf(other)[String(argument.OutputName)];
    if (other === undefined || output === undefined) {
      throw new Unresolved(
        `Fn::GetStackOutput ${name}.${String(argument.OutputName)}`,
        'an output in this assembly',
      );
    }
    return this.walk(output.Value, other);
  }
}

/** Intrinsics within intrinsics; ours stay below ten. */
const deepest = 100;

const noValue = Symbol('AWS::NoValue');

const outputsOf = (stack: StackTemplate): Record<string, { Value: unknown; Export?: { Name?: unknown } }> =>
  (stack.template.Outputs ?? {}) as Record<string, { Value: unknown; Export?: { Name?: unknown } }>;

/** Partition of a stack, from its region. */
export function partitionOf(stack: StackTemplate): string {
  const region = stack.region ?? '';
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Unresolved(name, 'a stack with a fixed account and region');
  return value;
}

function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
