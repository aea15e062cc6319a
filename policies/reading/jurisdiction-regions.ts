/**
 * Regions by legal place. A region that is not listed shares its place with no other.
 * Source: AWS regional list, checked against region-info of aws-cdk-lib 2.276 in 2026-11.
 */
const places: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  ['eu-west-1', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
  ['ap-south-1', 'ap-south-2'],
  ['ap-southeast-2', 'ap-southeast-4'],
  ['ca-central-1', 'ca-west-1'],
  ['ap-northeast-1', 'ap-northeast-3'],
  ['cn-north-1', 'cn-northwest-1'],
];

export const sameJurisdiction = (one: string, other: string): boolean =>
  one === other || places.some((regions) => regions.includes(one) && regions.includes(other));
