/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for a global service, and for S3. */
  readonly region: string;
  /** Empty for a bucket. */
  readonly account: string;
  /** Everything after the account, for example `role/lpo-meridian-auditor`. */
  readonly resource: string;
}

/** The parts of an ARN; undefined for any other text. */
export function readArn(text: string): Arn | undefined {
  const [scheme, partition, service, region, account, ...resource] = text.split(':');
  if (scheme !== 'arn' || !partition || !service || region === undefined) return undefined;
  if (account === undefined || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}
