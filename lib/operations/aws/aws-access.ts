import { inputFinding, UnusableInputError } from '../../model/finding.ts';

/**
 * Access to the AWS SDK. `lib/operations/aws` is the only place below `bin/` that talks to a network; what needs
 * AWS declares a port beside its own code and one file here implements it.
 *
 * Credentials come from the SDK's ordinary chain (environment, profile, SSO, container, instance).
 */
export interface AwsAccess {
  /** Another server that speaks AWS's protocol. @default - AWS */
  readonly endpointUrl?: string | undefined;
  /** The HTTP boundary; tests put faults here. @default - Node's own, with the timeouts below */
  readonly requestHandler?: RequestHandler;
  /** @default - the ordinary chain */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** First try included. @default 4 */
  readonly maxAttempts?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the SDK's own handler type is generic over its options
export type RequestHandler = any;

/**
 * Settings of every client. The region is the stack's, never the environment's.
 *
 * @throws UnusableInputError for an endpoint that is no URL
 */
export const clientConfig = (region: string, access: AwsAccess) => ({
  region,
  // Many requests of few kinds: how each is made is worked out once for a client.
  cacheMiddleware: true,
  ...(access.endpointUrl === undefined ? {} : { endpoint: url(access.endpointUrl) }),
  ...(access.credentials === undefined ? {} : { credentials: access.credentials }),
  maxAttempts: access.maxAttempts ?? 4,
  requestHandler: access.requestHandler ?? {
    // Without `throwOnRequestTimeout` the SDK only warns and waits on.
    connectionTimeout: 3_000,
    requestTimeout: 5_000,
    throwOnRequestTimeout: true,
  },
});

function url(endpointUrl: string): string {
  if (/^https?:\/\//.test(endpointUrl) && URL.canParse(endpointUrl)) return endpointUrl;
  throw new UnusableInputError([
    inputFinding({
      code: 'AWS-ENDPOINT',
      where: { name: '--endpoint-url' },
      got: endpointUrl,
      expected: 'a URL such as http://127.0.0.1:5000',
      fix: 'correct --endpoint-url, or leave it out to reach AWS',
    }),
  ]);
}
