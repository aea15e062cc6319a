import type { CustodyManifest } from '../../../model/evidence/custody-manifest.ts';
import type { NamedPermission } from '../../../model/permission.ts';
import { type Exhibit, exhibit, putExhibit } from '../exhibit.ts';
import type { Step } from '../step.ts';
import { actOnAll } from '../step-report.ts';
import type { SwitchParts } from '../switch-parts.ts';

const name = 'capture-evidence';

/**
 * Puts what was asked, found and done into the evidence bucket, under legal hold, with a custody manifest
 * that names each file by its hash. Files are named after their content, so a resumed run adds and never
 * replaces.
 */
export const step: Step = {
  name,
  phase: 'last',
  order: 80,
  permissions: {
    own: ({ evidenceArn, archiveKeysArn, viaService }): readonly NamedPermission[] => [
      {
        sid: 'EvidenceUnderHold',
        actions: ['s3:PutObject', 's3:PutObjectLegalHold'],
        resources: [evidenceArn],
      },
      {
        sid: 'NoHoldIsLifted',
        effect: 'Deny',
        actions: ['s3:PutObjectLegalHold'],
        resources: [evidenceArn],
        conditions: { StringEquals: { 's3:object-lock-legal-hold': 'OFF' } },
      },
      {
        sid: 'EvidenceIsEncrypted',
        actions: ['kms:GenerateDataKey'],
        resources: [archiveKeysArn],
        conditions: { StringEquals: { 'kms:ViaService': viaService('s3') } },
      },
    ],
  },
  run: async (parts, request, reports) => {
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
    return {
      ...sealed,
      done: [...files.done, ...sealed.done],
      already: [...files.already, ...sealed.already],
    };
  },
};

const put = (parts: SwitchParts, exhibits: readonly Exhibit[]) =>
  actOnAll(name, {
    targets: exhibits,
    name: ({ key }) => key,
    limit: 5,
    act: (each) => putExhibit(parts, each),
  });
