import { PutObjectCommand } from '@aws-sdk/client-s3';
import { type SuspensionSubject, suspensionKey } from '../../../model/state-keys.ts';
import { actOnAll } from '../step-report.ts';
import type { Step } from '../switch-parts.ts';

/** From this moment the connect handler refuses. One object; the quickest step there is. */
export const recordSuspension: Step = async (parts, request) => {
  const { s3 } = await parts.inVendorAccount();
  const { scope, id = '', incident, requestedBy, requestedAt } = request;
  const subject: SuspensionSubject = scope === 'vendor' ? { kind: scope } : { kind: scope, id };
  return actOnAll('record-suspension', {
    targets: [suspensionKey(subject, incident)],
    name: (key) => key,
    limit: 1,
    act: async (Key) => {
      const Body = JSON.stringify({ incident, requestedBy, requestedAt });
      await s3.send(
        new PutObjectCommand({ Bucket: parts.stateBucket, Key, Body, ContentType: 'application/json' }),
      );
      return 'done';
    },
  });
};
