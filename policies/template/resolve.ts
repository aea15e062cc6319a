import type { StackTemplate } from './assembly.ts';
import { partitionOf } from './partition.ts';
import { replaceVariables } from './replace-variables.ts';
import { isObject } from './template-shape.ts';

/** A value that is not known before deployment, or not understood: an answer of its own, never a text. */
export class Unresolved {
  constructor(
    readonly got: string,
    readonly expected: string,
    /** Path below the value that was asked for, for example `Statement[0].Resource`. */
    readonly path = '',
  ) {}

  below(step: string): Unresolved {
    const rest = this.path === '' || this.path.startsWith('[') ? this.path : `.${this.path}`;
    return new Unresolved(this.got, this.expected, `${step}${rest}`);
  }
}

/** A list whose length only deployment tells; a piece of it may still have a token. */
class OpenList extends Unresolved {
  constructor(readonly text: string) {
    super(`Fn::Split of ${text}`, 'a text that is known before deployment');
  }
}

/** Stack a value stands in; it decides the pseudo parameters. */
export type Scope = Partial<Pick<StackTemplate, 'stackName' | 'account' | 'region'>>;

/** The meaning of what a template refers to: a text, another value, or `Unresolved`. */
export interface References<S extends Scope> {
  /** A resource, a parameter, or a pseudo parameter that the scope leaves open. */
  ref(name: string, scope: S): unknown;
  attribute(logicalId: string, attribute: string, scope: S): unknown;
  imported(exportName: string, scope: S): unknown;
  output(stackName: string, outputName: string, region: string | undefined, scope: S): unknown;
  /** True where a text holds a part that only deployment tells. */
  isOpen(text: string): boolean;
}

/**
 * The value with every intrinsic function resolved, or `Unresolved` at the first that cannot be.
 *
 * The functions of CloudFormation stand here alone. What a reference means is up to `references`: checks want
 * tokens, the prover wants names. `AWS::NoValue` leaves its list or object and is undefined by itself.
 */
export function resolve<S extends Scope>(value: unknown, scope: S, references: References<S>): unknown {
  const resolved = walk(value, scope, references);
  return resolved === noValue ? undefined : resolved;
}

/** A scalar as text; undefined for a list, an object, null or nothing. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : undefined;

const noValue = Symbol('AWS::NoValue');

function walk<S extends Scope>(value: unknown, scope: S, references: References<S>): unknown {
  if (Array.isArray(value)) return walkList(value, scope, references);
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && (first[0] === 'Ref' || first[0].startsWith('Fn::')))
    return intrinsic(first[0], first[1], scope, references);
  const result: [string, unknown][] = [];
  for (const [key, item] of entries) {
    const resolved = walk(item, scope, references);
    if (resolved instanceof Unresolved) return resolved.below(key);
    if (resolved !== noValue) result.push([key, resolved]);
  }
  return Object.fromEntries(result);
}

function walkList<S extends Scope>(list: unknown[], scope: S, references: References<S>): unknown {
  const result: unknown[] = [];
  for (const [index, item] of list.entries()) {
    const resolved = walk(item, scope, references);
    if (resolved instanceof Unresolved) return resolved.below(`[${index}]`);
    if (resolved !== noValue) result.push(resolved);
  }
  return result;
}

function intrinsic<S extends Scope>(
  name: string,
  argument: unknown,
  scope: S,
  references: References<S>,
): unknown {
  const known = functions[name];
  if (known === undefined) return new Unresolved(name, `one of ${Object.keys(functions).join(', ')}`);
  const call = new Call(name, argument, scope, references as References<Scope>);
  return known(call);
}

/** A use of an intrinsic function, and what every function asks about its argument. */
class Call {
  constructor(
    private readonly name: string,
    readonly argument: unknown,
    readonly scope: Scope,
    readonly references: References<Scope>,
  ) {}

  walk(value: unknown): unknown {
    return walk(value, this.scope, this.references);
  }

  text(value: unknown): string | Unresolved {
    const resolved = this.walk(value);
    if (resolved instanceof Unresolved) return resolved;
    return scalarText(resolved) ?? this.wrong('a text where it takes one');
  }

  /** Items of the argument when it is a list of that many, otherwise nothing at all. */
  items(count: number): readonly unknown[] {
    return Array.isArray(this.argument) && this.argument.length === count ? this.argument : [];
  }

  ref(name: string): unknown {
    if (name === 'AWS::NoValue') return noValue;
    return pseudoParameter(name, this.scope) ?? this.references.ref(name, this.scope);
  }

  wrong(expected: string): Unresolved {
    return new Unresolved(`${this.name} ${JSON.stringify(this.argument)}`, expected);
  }
}

const functions: Readonly<Record<string, (call: Call) => unknown>> = {
  Ref: (call) => (typeof call.argument === 'string' ? call.ref(call.argument) : call.wrong('a name')),
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::ImportValue': (call) => {
    const name = call.text(call.argument);
    return name instanceof Unresolved ? name : call.references.imported(name, call.scope);
  },
  'Fn::GetStackOutput': stackOutput,
};

function pseudoParameter(name: string, { account, region, stackName }: Scope): string | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::StackName':
      return stackName;
    case 'AWS::Partition':
      return partitionOf(region)?.name;
    case 'AWS::URLSuffix':
      return partitionOf(region)?.suffix;
  }
  return undefined;
}

function getAtt(call: Call): unknown {
  const { argument } = call;
  const [id, attribute] = typeof argument === 'string' ? splitOnce(argument) : call.items(2);
  if (typeof id !== 'string' || typeof attribute !== 'string')
    return call.wrong('a logical id and an attribute');
  return call.references.attribute(id, attribute, call.scope);
}

function splitOnce(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [] : [text.slice(0, dot), text.slice(dot + 1)];
}

function sub(call: Call): unknown {
  const { argument } = call;
  const [template, variables] = typeof argument === 'string' ? [argument, {}] : call.items(2);
  if (typeof template !== 'string' || !isObject(variables)) return call.wrong('a text, or a text and values');
  let open: Unresolved | undefined;
  const text = replaceVariables(template, /\$\{(!?)([^}]*)\}/g, (_whole, literal = '', name = '') => {
    if (literal === '!') return `\${${name}}`;
    const value = substitute(call, name, variables);
    if (typeof value === 'string') return value;
    open ??= value;
    return '';
  });
  return open ?? text;
}

function substitute(
  call: Call,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): string | Unresolved {
  if (Object.hasOwn(variables, name)) return call.text(variables[name]);
  const [id, attribute] = splitOnce(name);
  const value =
    id === undefined || attribute === undefined
      ? call.ref(name)
      : call.references.attribute(id, attribute, call.scope);
  if (value instanceof Unresolved) return value;
  return scalarText(value) ?? call.wrong(`a text as ${name}`);
}

function join(call: Call): unknown {
  const [separator, parts] = call.items(2);
  if (typeof separator !== 'string') return call.wrong('a separator and a list');
  const list = call.walk(parts);
  if (list instanceof Unresolved) return list;
  const texts = Array.isArray(list) ? list.map(scalarText) : [undefined];
  return texts.includes(undefined) ? call.wrong('a list of texts') : texts.join(separator);
}

function select(call: Call): unknown {
  const [at, from] = call.items(2);
  const index = Number(call.text(at));
  const list = call.walk(from);
  if (!Number.isInteger(index)) return call.wrong('a number and a list');
  if (list instanceof OpenList) return `\${Select ${index} of ${list.text}}`;
  if (list instanceof Unresolved) return list;
  const chosen: unknown = Array.isArray(list) ? list[index] : undefined;
  return chosen === undefined ? call.wrong('an index in the list') : chosen;
}

function split(call: Call): unknown {
  const [separator, source] = call.items(2);
  if (typeof separator !== 'string') return call.wrong('a separator and a text');
  const text = call.text(source);
  if (text instanceof Unresolved) return text;
  return call.references.isOpen(text) ? new OpenList(text) : text.split(separator);
}

function stackOutput(call: Call): unknown {
  const { argument } = call;
  if (!isObject(argument)) return call.wrong('a stack and an output');
  const stack = call.text(argument.StackName);
  const output = call.text(argument.OutputName);
  const region = argument.Region === undefined ? call.scope.region : call.text(argument.Region);
  if (stack instanceof Unresolved) return stack;
  if (output instanceof Unresolved) return output;
  return region instanceof Unresolved ? region : call.references.output(stack, output, region, call.scope);
}
