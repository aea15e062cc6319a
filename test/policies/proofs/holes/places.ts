import type { Garden, Json } from './garden.ts';

/** Names of the shipped example `meridian` that the holes speak about. */
export const account = '200000000001';
export const region = 'eu-west-2';
export const one = 'm-7f3a9c';
export const other = 'm-2be41d';
export const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const deployment = role(`cdk-closedroom-cfn-exec-role-${account}-${region}`);
export const custodian = role('lpo-meridian-key-custodian');
export const reviewer = (matter: string): string => role(`lpo-meridian-${matter}-reviewer`);
export const bucket = (matter: string): string => `arn:aws:s3:::lpo-meridian-${matter}-${account}-${region}`;

export const matterStack = (matter: string): string => `meridian/Matter-${matter}`;
export const keyPolicy = (garden: Garden, matter = one): Json =>
  garden.find(matterStack(matter), 'AWS::KMS::Key', 'Documents of matter').KeyPolicy;
export const bucketPolicy = (garden: Garden, matter = one): Json =>
  garden.find(matterStack(matter), 'AWS::S3::BucketPolicy', 'DocumentsBucket').PolicyDocument;
export const personRole = (garden: Garden, fn: string, matter = one): Json =>
  garden.find(matterStack(matter), 'AWS::IAM::Role', `"RoleName":"lpo-meridian-${matter}-${fn}"`);
export const control = (garden: Garden, name: string): Json =>
  garden.find('meridian/Guardrails', 'AWS::Organizations::Policy', `lpo-meridian-${name}`);
export const network = 'meridian/Network';
export const vpn = 'meridian/Vpn';

export const allow = (principal: Json, action: string | string[], condition?: Json): Json => ({
  Sid: 'Planted',
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...(condition && { Condition: condition }),
});

/** Logical ids in the network stack by a part of their name. */
export function logicalId(garden: Garden, stack: string, type: string, text = ''): string {
  const found = Object.entries(garden.resources(stack)).find(
    ([id, { Type }]) => Type === type && id.includes(text),
  );
  if (found === undefined) throw new Error(`no ${type} ${text}`);
  return found[0];
}

/** Makes the guardrails let one role do these actions, as if its powers had been widened there too. */
export function letThrough(garden: Garden, who: string, ...actions: readonly string[]): void {
  const names = (statement: Json): boolean => actions.some((action) => statement.Action?.includes(action));
  for (const power of control(garden, 'powers').Content.Statement.filter(names)) {
    const { ArnNotLike } = power.Condition;
    ArnNotLike['aws:PrincipalArn'] = [ArnNotLike['aws:PrincipalArn'], who].flat();
  }
  control(garden, 'building').Content.Statement[0].NotAction.push(...actions);
}
