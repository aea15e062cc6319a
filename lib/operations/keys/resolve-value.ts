import type { StackTemplate } from '../../../policies/template/assembly.ts';
import { partitionOfRegion } from '../../model/aws-regions.ts';

/** A template value that is only known after deployment; nothing can be compared with it. */
export class UnresolvedValueError extends Error {}

/**
 * Replaces what a template leaves open and the stack's account and region decide: pseudo parameters, joins,
 * substitutions, ARNs of roles with a literal name. Anything else throws.
 *
 * @throws UnresolvedValueError naming the intrinsic.
 */
export function resolveValue(value: unknown, stack: StackTemplate): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, stack));
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...rest] = Object.keys(value);
  const argument = Object.values(value)[0];
  if (rest.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::')))
    return resolveIntrinsic(name, argument, stack);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveValue(item, stack)]));
}

function resolveIntrinsic(name: string, argument: unknown, stack: StackTemplate): unknown {
  if (name === 'Ref' && typeof argument === 'string') return reference(argument, stack);
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1]))
    return argument[1].map((part) => text(resolveValue(part, stack), name)).join(text(argument[0], name));
  if (name === 'Fn::Sub' && typeof argument === 'string')
    return argument.replaceAll(/\$\{([^!}]+)\}/g, (_, ref: string) =>
      ref.endsWith('.Arn') ? roleArn(ref.slice(0, -4), stack) : reference(ref, stack),
    );
  if (name === 'Fn::GetAtt' && Array.isArray(argument) && argument[1] === 'Arn')
    return roleArn(String(argument[0]), stack);
  throw new UnresolvedValueError(`${name} ${JSON.stringify(argument)}`);
}

function reference(name: string, stack: StackTemplate): string {
  const value = pseudoParameters(stack)[name] ?? stack.parameters?.[name];
  if (value === undefined) throw new UnresolvedValueError(`Ref ${name}`);
  return value;
}

function pseudoParameters(stack: StackTemplate): Readonly<Record<string, string | undefined>> {
  const partition = stack.region === undefined ? undefined : partitionOfRegion.get(stack.region);
  return {
    'AWS::AccountId': stack.account,
    'AWS::Region': stack.region,
    'AWS::StackName': stack.stackName,
    'AWS::Partition': partition,
    'AWS::URLSuffix':
      partition === 'aws' ? 'amazonaws.com' : partition === 'aws-cn' ? 'amazonaws.com.cn' : undefined,
  };
}

function roleArn(logicalId: string, stack: StackTemplate): string {
  const role = stack.template.Resources?.[logicalId];
  const name = role?.Properties?.RoleName;
  if (role?.Type !== 'AWS::IAM::Role' || typeof name !== 'string')
    throw new UnresolvedValueError(`Fn::GetAtt ${logicalId}.Arn`);
  const path = typeof role.Properties?.Path === 'string' ? role.Properties.Path : '/';
  return `arn:${reference('AWS::Partition', stack)}:iam::${reference('AWS::AccountId', stack)}:role${path}${name}`;
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new UnresolvedValueError(`${where} of ${JSON.stringify(value)}`);
}
