import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { AwsAccess } from '../../lib/operations/aws/aws-access.ts';

/** What happens to a call instead of its answer. */
export type BackupFault = 'throttle' | 'timeout' | 'cut' | 'cut-mid-answer' | { readonly error: string };

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly error?: string;
}

/** Seconds since 1970, as AWS Backup writes times. */
export const at = (iso: string): number => Date.parse(iso) / 1000;

/**
 * A stand-in for AWS Backup and STS at the HTTP boundary: two lists, by bucket, in pages of one. It keeps what
 * it is given, knows no policies, and rehearses nothing.
 */
export class BackupWire {
  readonly restores = new Map<string, object[]>();
  readonly points = new Map<string, object[]>();
  readonly log: string[] = [];
  caller = { account: '200000000002', arn: 'arn:aws:sts::200000000002:assumed-role/lpo-luzon-auditor/a' };
  fault: (call: string, count: number) => BackupFault | undefined = () => undefined;

  answer(method: string, path: string, page: string | null): Answer {
    if (method === 'POST') return { status: 200, body: identityXml(this.caller) };
    const [, resource = '', list = ''] =
      /^\/resources\/(.+)\/(recovery-points|restore-jobs)\/?$/.exec(path) ?? [];
    const arn = decodeURIComponent(resource);
    const all = (list === 'restore-jobs' ? this.restores : this.points).get(arn) ?? [];
    const index = Number(page ?? 0);
    const member = list === 'restore-jobs' ? 'RestoreJobs' : 'RecoveryPoints';
    const next = index + 1 < all.length ? { NextToken: `${index + 1}` } : {};
    return { status: 200, body: JSON.stringify({ [member]: all.slice(index, index + 1), ...next }) };
  }

  access(): AwsAccess {
    const handle = async (request: {
      method: string;
      path: string;
      query?: Record<string, string>;
      hostname: string;
    }) => {
      const call = request.path.replace(/^.*\/(?=[a-z-]+\/?$)/, '') || 'identity';
      const fault = this.fault(call, this.log.length);
      this.log.push(`${request.method} ${call}`);
      if (fault === 'timeout') throw Object.assign(new Error('timed out'), { name: 'TimeoutError' });
      if (fault === 'cut') throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      const error =
        fault === 'throttle' ? 'ThrottlingException' : typeof fault === 'object' ? fault.error : '';
      const answer = error
        ? { status: 400, body: JSON.stringify({ message: `${call} refused` }), error }
        : this.answer(request.method, request.path, request.query?.nextToken ?? null);
      return { response: respond(answer, fault === 'cut-mid-answer') };
    };
    return {
      requestHandler: {
        metadata: { handlerProtocol: 'http/1.1' },
        handle,
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
        destroy: () => undefined,
      },
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      maxAttempts: 3,
    };
  }

  /** Over real HTTP, for tests of whole commands. */
  async serve(): Promise<{ url: string; close: () => Promise<void> }> {
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      this.log.push(`${request.method} ${pathname}`);
      const { status, body } = this.answer(request.method ?? 'GET', pathname, searchParams.get('nextToken'));
      response.writeHead(status, {
        'content-type': request.method === 'POST' ? 'text/xml' : 'application/json',
      });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    };
  }
}

function respond({ status, body, error }: Answer, cut: boolean) {
  const stream = new Readable({
    read() {
      this.push(cut ? body.slice(0, 20) : body);
      if (cut) this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      else this.push(null);
    },
  });
  const headers = { 'content-type': 'application/json', ...(error && { 'x-amzn-errortype': error }) };
  return { statusCode: status, headers, body: stream };
}

const identityXml = ({ account, arn }: { account: string; arn: string }): string =>
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
  `<Arn>${arn}</Arn><UserId>AROAEXAMPLE:x</UserId><Account>${account}</Account>` +
  '</GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>';
