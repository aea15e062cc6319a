import type { CustodyManifest } from '../../../model/evidence/custody-manifest.ts';
import { type Exhibit, exhibit, putExhibit } from '../exhibit.ts';
import { actOnAll } from '../step-report.ts';
import type { Step, SwitchParts } from '../switch-parts.ts';

/**
 * Puts what was asked, found and done into the evidence bucket, under legal hold, with a custody manifest
 * that names each file by its hash. Files are named after their content, so a resumed run adds and never
 * replaces.
 */
export const captureEvidence: Step = async (parts, request, reports) => {
  const { incident } = request;
  const exhibits = [
    exhibit(incident, 'request', request),
    ...Object.entries(reports).map(([step, report]) => exhibit(incident, 'report', report, step)),
  ];
  const manifest: CustodyManifest = {
    incident,
    vendor: request.vendor,
    drill: request.drill,
    requestedBy: request.requestedBy,
    requestedAt: request.requestedAt,
    files: exhibits.map(({ key, sha256 }) => ({ key, sha256 })),
  };
  const files = await put(parts, exhibits);
  if (files.status !== 'done') return files;
  // Last, so that it never names a file that is not there.
  const sealed = await put(parts, [exhibit(incident, 'manifest', manifest)]);
  return { ...sealed, done: [...files.done, ...sealed.done], already: [...files.already, ...sealed.already] };
};

const put = (parts: SwitchParts, exhibits: readonly Exhibit[]) =>
  actOnAll('capture-evidence', {
    targets: exhibits,
    name: ({ key }) => key,
    limit: 5,
    act: (each) => putExhibit(parts, each),
  });
