/** A service that may be reached from a workspace, and why. */
export interface EndpointService {
  /** Reason: what people could not do without it. */
  readonly reason: string;
  /** IAM prefixes of the actions its policy may name. */
  readonly prefixes: readonly string[];
  /** Names in front of the region's domain that its clients ask for. */
  readonly names: readonly string[];
  /** Event source of its refused calls in a trail. @default - CloudTrail records none */
  readonly eventSource?: string;
}

/**
 * The closed list of services behind endpoints, by the last part of the endpoint's service name.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html
 */
export const endpointServices: Readonly<Record<string, EndpointService>> = {
  kms: {
    reason: 'S3 encrypts with keys that the caller must be able to use.',
    prefixes: ['kms'],
    names: ['kms'],
    eventSource: 'kms.amazonaws.com',
  },
  s3: {
    reason: 'Documents are objects, addressed by bucket and by access point.',
    prefixes: ['s3'],
    names: ['s3', '*.s3', '*.s3-accesspoint'],
    eventSource: 's3.amazonaws.com',
  },
  sts: {
    reason: 'Tools ask who they are before they do anything else.',
    prefixes: ['sts'],
    names: ['sts'],
  },
};

/** Region and service of `com.amazonaws.<region>.<service>`; undefined for any other name. */
export function endpointService(
  serviceName: string | undefined,
): { readonly region: string; readonly service: string } | undefined {
  const [, region, service] = /^com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9.-]+)$/.exec(serviceName ?? '') ?? [];
  return region && service ? { region, service } : undefined;
}
