import { Readable } from 'node:stream';

/** One request as it would leave the machine, already signed. */
export interface AwsCall {
  /** Service by its host or signing name: s3, ec2, kms, iam, sts, organizations, sns. */
  readonly service: string;
  /** Operation: `Action` or `X-Amz-Target`; for S3 method and key, `GET suspended/vendor`. */
  readonly operation: string;
  /** Access key id that signed it: tells which role was used. */
  readonly signer: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Form fields of a query-protocol call. */
  readonly form: URLSearchParams;
  /** Parsed body of a JSON-protocol call. */
  readonly json: Record<string, unknown>;
}

export interface AwsAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Thrown in place of an answer: the wire breaks, or the process dies. */
export type Fault = AwsAnswer | Error;

interface WireRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Record<string, string | string[] | null>;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/**
 * The HTTP boundary of real SDK clients. Signing, retries, serialising and parsing are the SDK's own; only the
 * network is replaced, by `answer`, with `fault` asked first.
 */
export class AwsBoundary {
  readonly calls: AwsCall[] = [];
  fault: (call: AwsCall, index: number) => Fault | undefined = () => undefined;

  constructor(private readonly answer: (call: AwsCall) => AwsAnswer | Promise<AwsAnswer>) {}

  /** Client settings that lead here; fake credentials, no waiting between retries. */
  client(region = 'eu-west-2', accessKeyId = 'AKIDBASE') {
    return {
      region,
      credentials: { accessKeyId, secretAccessKey: 'secret' },
      requestHandler: this as never,
      maxAttempts: 3,
      cacheMiddleware: true,
    };
  }

  metadata = { handlerProtocol: 'http/1.1' };

  async handle(request: WireRequest) {
    const call = await toCall(request);
    const index = this.calls.push(call) - 1;
    const outcome = this.fault(call, index) ?? (await this.answer(call));
    if (outcome instanceof Error) throw outcome;
    return {
      response: {
        statusCode: outcome.status,
        headers: outcome.headers ?? {},
        body: Readable.from([Buffer.from(outcome.body ?? '')]),
      },
    };
  }

  destroy(): void {}

  operations(): string[] {
    return this.calls.map(({ service, operation }) => `${service} ${operation}`);
  }
}

async function toCall(request: WireRequest): Promise<AwsCall> {
  const { hostname, headers, method, path } = request;
  const body = await text(request.body);
  const authorization = headers.authorization ?? headers.Authorization ?? '';
  const [, signer = '', service = ''] = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(authorization) ?? [];
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1];
  const form = new URLSearchParams(target || service === 's3' ? '' : body);
  const query = Object.fromEntries(
    Object.entries(request.query ?? {}).map(([key, value]) => [key, String(value ?? '')]),
  );
  const named = target?.split('.').at(-1) ?? form.get('Action');
  return {
    service,
    operation: named ?? `${method} ${decodeURIComponent(path.replace(/^\//, ''))}`,
    signer,
    host: hostname,
    path,
    query,
    headers,
    body,
    form,
    json: target && body ? JSON.parse(body) : {},
  };
}

async function text(body: unknown): Promise<string> {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
