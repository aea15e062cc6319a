import { type SuspensionSubject, statePrefixes, suspensionKey } from '../../../model/state-keys.ts';
import type { Step } from '../step.ts';
import { actOnAll } from '../step-report.ts';

const name = 'record-suspension';

/** From this moment the connect handler refuses. One object; the quickest step there is. */
export const step: Step = {
  name,
  phase: 'first',
  order: 10,
  permissions: {
    vendor: ({ stateBucketArn, keysArn }) => [
      {
        sid: 'WriteSuspensions',
        actions: ['s3:PutObject'],
        resources: [`${stateBucketArn}/${statePrefixes.suspended}/*`],
      },
      // The state objects are encrypted with a key of the account.
      { sid: 'DisableKeys', actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [keysArn] },
    ],
  },
  run: async (parts, request) => {
    const { s3 } = await parts.inVendorAccount();
    const { scope, id = '', incident, requestedBy, requestedAt } = request;
    const subject: SuspensionSubject = scope === 'vendor' ? { kind: scope } : { kind: scope, id };
    return actOnAll(name, {
      targets: [suspensionKey(subject, incident)],
      name: (key) => key,
      limit: 1,
      act: async (Key) => {
        const Body = JSON.stringify({ incident, requestedBy, requestedAt });
        await s3.putObject({ Bucket: parts.stateBucket, Key, Body, ContentType: 'application/json' });
        return 'done';
      },
    });
  },
};
