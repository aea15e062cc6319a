import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { AnyPolicy } from './policy-evaluator.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, Json>>;
}

/**
 * A policy out of a stack's template, references to roles and buckets resolved by their physical names.
 * Anything else that is not literal is an error.
 */
export function policyOf(
  stack: Stack,
  type: string,
  property: string,
  isTheOne: (properties: Readonly<Record<string, Json>>) => boolean,
): AnyPolicy {
  const resources = Template.fromStack(stack).toJSON().Resources as Record<string, Resource>;
  const found = Object.values(resources).filter(
    (each) => each.Type === type && isTheOne(resolve(each.Properties, resources, stack) as never),
  );
  if (found.length !== 1) throw new Error(`got ${found.length} of ${type}, expected one`);
  return resolve(found[0]?.Properties[property] ?? null, resources, stack) as unknown as AnyPolicy;
}

function resolve(value: Json, resources: Record<string, Resource>, stack: Stack): Json {
  if (Array.isArray(value)) return value.map((each) => resolve(each, resources, stack));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? [];
  if (entries.length === 1 && (key === 'Ref' || key?.startsWith('Fn::'))) {
    return physical(key, argument ?? null, resources, stack);
  }
  return Object.fromEntries(entries.map(([name, each]) => [name, resolve(each, resources, stack)]));
}

function physical(key: string, argument: Json, resources: Record<string, Resource>, stack: Stack): string {
  const id = Array.isArray(argument) ? String(argument[0]) : String(argument);
  const { Type, Properties } = resources[id] ?? { Type: 'nothing', Properties: {} };
  const { partition, account, region } = stack;
  if (Type === 'AWS::IAM::Role' && key === 'Fn::GetAtt') {
    return `arn:${partition}:iam::${account}:role/${Properties.RoleName}`;
  }
  if (Type === 'AWS::IAM::Role' && key === 'Ref') return String(Properties.RoleName);
  if (Type === 'AWS::S3::Bucket' && key === 'Ref') return String(Properties.BucketName);
  if (Type === 'AWS::IAM::ManagedPolicy' && key === 'Ref')
    return `arn:${partition}:iam::${account}:policy/${Properties.ManagedPolicyName ?? id}`;
  if (Type === 'AWS::KMS::Key') return `arn:${partition}:kms:${region}:${account}:key/${id}`;
  throw new Error(`${key} of ${id} (${Type}) has no physical name here`);
}
