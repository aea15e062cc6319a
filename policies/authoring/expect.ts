import type { ResourceView } from '../template/resource-view.ts';
import type { Deviation } from './check.ts';

/** `true` and `"true"` are the same to CloudFormation; anything decided only at deployment is neither. */
export function expectValue(
  resource: ResourceView,
  property: string,
  wanted: string | number | boolean,
): Deviation[] {
  const value = resource.get(property);
  if (value === wanted || (typeof value === 'string' && value === `${wanted}`)) return [];
  return [{ property, got: resource.show(property), expected: `${property} is ${wanted}` }];
}

export function expectAtMost(
  resource: ResourceView,
  property: string,
  most: number,
  unit: string,
): Deviation[] {
  const value = Number(resource.text(property) ?? Number.NaN);
  return value <= most
    ? []
    : [{ property, got: resource.show(property), expected: `${property} is at most ${most} ${unit}` }];
}

export function expectAtLeast(
  resource: ResourceView,
  property: string,
  least: number,
  unit: string,
): Deviation[] {
  const value = Number(resource.text(property) ?? Number.NaN);
  return value >= least
    ? []
    : [{ property, got: resource.show(property), expected: `${property} is at least ${least} ${unit}` }];
}

export function expectAbsent(resource: ResourceView, property: string): Deviation[] {
  return resource.get(property) === undefined
    ? []
    : [{ property, got: resource.show(property), expected: `${property} is absent` }];
}

export function expectPresent(resource: ResourceView, property: string): Deviation[] {
  const value = resource.get(property);
  return value !== undefined && value !== '' && value !== null
    ? []
    : [{ property, got: 'absent', expected: `${property} is given` }];
}
