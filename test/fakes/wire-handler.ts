import { Readable } from 'node:stream';
import type { AwsAccess } from '../../lib/operations/aws/aws-access.ts';
import { type KmsWire, refuse, type WireAnswer } from './kms-wire.ts';

/** What happens to a call instead of its answer; `lost`: done by the service, the answer never arrives. */
export type Fault = 'throttle' | 'timeout' | 'cut' | 'cut-mid-answer' | 'lost' | { readonly error: string };

/** Decides the fault of a call from its operation and how many calls came before it. */
export type FaultPlan = (operation: string, call: number) => Fault | undefined;

interface WireRequest {
  readonly hostname: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/**
 * Access for the real SDK clients, with their own signing, retries and parsing; only the socket is replaced.
 */
export function wireAccess(wire: KmsWire, plan: FaultPlan = () => undefined): AwsAccess {
  let calls = 0;
  const handle = async (request: WireRequest) => {
    const target = request.headers['x-amz-target'];
    const operation = target?.split('.')[1] ?? 'GetCallerIdentity';
    const fault = plan(operation, calls++);
    if (fault === 'timeout') throw named('TimeoutError', 'the request timed out');
    if (fault === 'cut') throw Object.assign(named('Error', 'read ECONNRESET'), { code: 'ECONNRESET' });
    if (fault === 'throttle') return respond(refuse('ThrottlingException', 'Rate exceeded'), target);
    if (typeof fault === 'object') return respond(refuse(fault.error, `${operation} refused`), target);
    const region = request.hostname.split('.')[1] ?? '';
    const body =
      request.body instanceof Uint8Array
        ? new TextDecoder().decode(request.body)
        : String(request.body ?? '');
    const answer = wire.answer(region, target, body);
    if (fault === 'lost') throw Object.assign(named('Error', 'socket hang up'), { code: 'ECONNRESET' });
    if (fault === 'cut-mid-answer')
      return respond({ ...answer, body: answer.body.slice(0, 20) }, target, true);
    return respond(answer, target);
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

function respond(answer: WireAnswer, target: string | undefined, cut = false) {
  const body = new Readable({
    read() {
      this.push(answer.body);
      if (cut) this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      else this.push(null);
    },
  });
  const headers = { 'content-type': target ? 'application/x-amz-json-1.1' : 'text/xml' };
  return { response: { statusCode: answer.status, headers, body } };
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
