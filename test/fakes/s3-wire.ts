import { Readable } from 'node:stream';
import type { AwsAccess } from '../../lib/operations/aws/aws-access.ts';

interface WireRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** A stand-in for S3 at the HTTP boundary: objects, conditional writes, listing in order. No emulator. */
export class S3Wire {
  readonly objects = new Map<string, string>();
  readonly log: string[] = [];
  readonly headers: Record<string, string>[] = [];
  /** Called before each call is answered; throwing cuts the connection, `after` cuts it once it is done. */
  fault: (call: string, count: number) => 'before' | 'after' | 'denied' | undefined = () => undefined;

  access(): AwsAccess {
    return {
      requestHandler: {
        metadata: { handlerProtocol: 'http/1.1' },
        handle: async (request: WireRequest) => ({ response: await this.answer(request) }),
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy: () => undefined,
      },
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      maxAttempts: 3,
    };
  }

  private async answer(request: WireRequest) {
    const key = decodeURIComponent(request.path.slice(1));
    const call = `${request.method} ${key || 'list'}`;
    const fault = this.fault(call, this.log.length);
    this.log.push(call);
    this.headers.push(request.headers);
    if (fault === 'before') throw cut();
    if (fault === 'denied') return xml(403, error('AccessDenied'));
    const answer = await this.apply(request, key);
    if (fault === 'after') throw cut();
    return answer;
  }

  private async apply({ method, query, headers, body }: WireRequest, key: string) {
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && this.objects.has(key))
        return xml(412, error('PreconditionFailed'));
      this.objects.set(key, await text(body));
      return xml(200, '');
    }
    if (key === '') return xml(200, this.list(query ?? {}));
    const object = this.objects.get(key);
    return object === undefined ? xml(404, error('NoSuchKey')) : xml(200, object);
  }

  private list(query: Record<string, string>): string {
    const names = [...this.objects.keys()]
      .filter((name) => name.startsWith(query.prefix ?? '') && name > (query['start-after'] ?? ''))
      .sort()
      .slice(0, Number(query['max-keys']));
    const contents = names.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
    return `<ListBucketResult><KeyCount>${names.length}</KeyCount>${contents}</ListBucketResult>`;
  }
}

const cut = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const error = (code: string): string => `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
const xml = (statusCode: number, body: string) => ({
  statusCode,
  headers: { 'content-type': 'application/xml' },
  body: Readable.from([body]),
});

async function text(body: unknown): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  if (body instanceof Readable) {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString();
  }
  return String(body ?? '');
}
