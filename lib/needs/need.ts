/** Resources by CloudFormation type. */
export type Resources = Readonly<Record<string, number>>;

/** A single thing whose size depends on the configuration, beside the quota that limits it. */
export interface Measure {
  /** Id of the quota, as `lib/quotas` has it. */
  readonly quota: string;
  /** The thing, in words. */
  readonly of: string;
  readonly value: number;
}

/** Need of one stack, or of what an account must hold before the first, in an account and a Region. */
export interface Need {
  /** Id of the stack with its stage, `meridian/Access`; two needs of one id are one thing. */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly resources: Resources;
  /** Resources that AWS makes for it by itself, and no template names. */
  readonly also?: Resources;
  /** True for what no stack makes. */
  readonly byHand?: true;
  readonly measures?: readonly Measure[];
}

/** A policy of the organization: CloudFormation has one type for all kinds, AWS a quota for each. */
export const organizationPolicy = (kind: string): string => `AWS::Organizations::Policy ${kind}`;

/** `types`, each `count` times. */
export const each = (count: number, types: readonly string[]): Resources =>
  Object.fromEntries(types.map((type) => [type, count]));

/** Sum of resources by type; a type that nothing is of is left out. */
export function sum(...parts: readonly Resources[]): Resources {
  const total: Record<string, number> = {};
  for (const part of parts)
    for (const [type, count] of Object.entries(part)) if (count > 0) total[type] = (total[type] ?? 0) + count;
  return total;
}
