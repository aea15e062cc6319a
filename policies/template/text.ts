import type { StackTemplate } from './assembly.ts';
import { isObject } from './template-shape.ts';

/** Where a value stands; decides what the pseudo parameters are. */
export type Place = Pick<StackTemplate, 'id' | 'account' | 'region'>;

/**
 * A value as one string, or undefined when it cannot be one.
 *
 * What is known only at deployment stays as a token: `${Key}`, `${Key.Arn}`, `${stack:Name.Output}`. A token
 * never equals a literal, so a check that wants a literal does not take it for one.
 */
export function textOf(value: unknown, place: Place): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isObject(value)) return undefined;
  const [name, ...rest] = Object.keys(value);
  if (name === undefined || rest.length > 0) return undefined;
  return intrinsic(name, value[name], place);
}

function intrinsic(name: string, argument: unknown, place: Place): string | undefined {
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? reference(argument, place) : undefined;
    case 'Fn::GetAtt':
      return Array.isArray(argument) || typeof argument === 'string'
        ? `\${${[argument].flat().join('.')}}`
        : undefined;
    case 'Fn::Join': {
      if (!Array.isArray(argument) || !Array.isArray(argument[1])) return undefined;
      const parts = argument[1].map((part) => textOf(part, place));
      return parts.includes(undefined) ? undefined : parts.join(String(argument[0]));
    }
    case 'Fn::Sub':
      return substitute(argument, place);
    case 'Fn::GetStackOutput':
      return isObject(argument)
        ? `\${stack:${String(argument.StackName)}.${String(argument.OutputName)}}`
        : undefined;
    case 'Fn::ImportValue':
      return `\${import:${textOf(argument, place) ?? '?'}}`;
    case 'Fn::Select':
      return select(argument, place);
    default:
      return undefined;
  }
}

/** `Select` of a `Split`, which the CDK writes to take a piece of an ARN. */
function select(argument: unknown, place: Place): string | undefined {
  if (!Array.isArray(argument)) return undefined;
  const [index, list] = argument as unknown[];
  if (Array.isArray(list)) return textOf(list[Number(index)], place);
  if (!isObject(list) || !Array.isArray(list['Fn::Split'])) return undefined;
  const [separator, source] = list['Fn::Split'] as unknown[];
  const text = textOf(source, place);
  if (text === undefined) return undefined;
  return text.includes('${')
    ? `\${Select ${String(index)} of ${text}}`
    : text.split(String(separator))[Number(index)];
}

function reference(name: string, place: Place): string | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (name === 'AWS::AccountId' && place.account) return place.account;
  if (name === 'AWS::Region' && place.region) return place.region;
  return `\${${name}}`;
}

function substitute(argument: unknown, place: Place): string | undefined {
  const [template, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
  if (typeof template !== 'string') return undefined;
  return template.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
    const given = isObject(variables) ? variables[name] : undefined;
    return (given === undefined ? reference(name, place) : textOf(given, place)) ?? `\${${name}}`;
  });
}

/** A value for a reader: its text, or its JSON cut to `length` characters. */
export function show(value: unknown, place: Place, length = 160): string {
  if (value === undefined) return 'absent';
  const text = textOf(value, place) ?? JSON.stringify(value);
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
