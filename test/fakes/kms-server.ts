import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KmsWire } from './kms-wire.ts';

/** Serves the stand-in over real HTTP, for tests of whole commands. */
export async function serveKms(wire: KmsWire): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const target = request.headers['x-amz-target'] as string | undefined;
      const answer = wire.answer(regionOf(request.headers.authorization), target, body);
      response.writeHead(answer.status, {
        'content-type': target ? 'application/x-amz-json-1.1' : 'text/xml',
      });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One endpoint serves all regions; which one was meant stands in the signature's scope. */
const regionOf = (authorization = ''): string =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(authorization)?.[1] ?? '';
