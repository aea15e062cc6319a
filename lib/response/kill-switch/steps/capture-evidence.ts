import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { actOnAll, unlessAlready } from '../step-report';
import type { Step, SwitchParts } from '../switch-parts';

interface Exhibit {
  readonly key: string;
  readonly body: string;
  readonly sha256: string;
}

/**
 * Puts what was asked, found and done into the evidence bucket, under legal hold, with a custody manifest
 * that names each file by its hash. Files are named after their content, so a resumed run adds and never
 * replaces.
 */
export const captureEvidence: Step = async (parts, request, reports) => {
  const folder = `incidents/${request.incident}`;
  const exhibits = [
    exhibit(folder, 'request', request),
    ...Object.entries(reports).map(([step, report]) => exhibit(folder, step, report)),
  ];
  const manifest = exhibit(folder, 'custody-manifest', {
    incident: request.incident,
    vendor: request.vendor,
    drill: request.drill,
    requestedBy: request.requestedBy,
    requestedAt: request.requestedAt,
    files: exhibits.map(({ key, sha256 }) => ({ key, sha256 })),
  });
  const files = await put(parts, exhibits);
  if (files.status !== 'done') return files;
  // Last, so that it never names a file that is not there.
  const sealed = await put(parts, [manifest]);
  return { ...sealed, done: [...files.done, ...sealed.done], already: [...files.already, ...sealed.already] };
};

const put = (parts: SwitchParts, exhibits: readonly Exhibit[]) =>
  actOnAll('capture-evidence', {
    targets: exhibits,
    name: ({ key }) => key,
    limit: 5,
    act: ({ key, body }) =>
      unlessAlready(
        parts.evidence.send(
          new PutObjectCommand({
            Bucket: parts.evidenceBucket,
            Key: key,
            Body: body,
            ContentType: 'application/json',
            IfNoneMatch: '*',
            ObjectLockLegalHoldStatus: 'ON',
          }),
        ),
        'PreconditionFailed',
      ),
  });

function exhibit(folder: string, name: string, content: unknown): Exhibit {
  const body = JSON.stringify(content);
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { key: `${folder}/${name}-${sha256.slice(0, 16)}.json`, body, sha256 };
}
