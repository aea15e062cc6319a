import type { Step } from '../step.ts';
import { actOnAll } from '../step-report.ts';
import { summarize } from '../summarize.ts';

const name = 'tell-everyone';

/** Notification of everyone on the topic: what was done and what was not, in ids only. */
export const step: Step = {
  name,
  phase: 'last',
  order: 90,
  permissions: {
    own: ({ topicArn, keysArn, viaService }) => [
      { sid: 'Tell', actions: ['sns:Publish'], resources: [topicArn] },
      {
        sid: 'TellEncrypted',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keysArn],
        conditions: { StringEquals: { 'kms:ViaService': viaService('sns') } },
      },
    ],
  },
  run: async (parts, request, reports, expected) => {
    const { outcome, notDone, doneCount } = summarize(reports, expected);
    const what = request.scope === 'vendor' ? `vendor ${request.vendor}` : `${request.scope} ${request.id}`;
    const lines = [
      `${request.drill ? 'DRILL. ' : ''}Incident ${request.incident}: ${what} of ${request.vendor} suspended by ${request.requestedBy} at ${request.requestedAt}.`,
      `Containment is ${outcome}. ${doneCount} changes made.`,
      ...notDone.map((line) => `NOT DONE: ${line}`),
      'Nothing turns this back on by itself: that takes a second person.',
    ];
    return actOnAll(name, {
      targets: [parts.topicArn],
      name: (topic) => topic,
      limit: 1,
      act: async (TopicArn) => {
        const Subject = `${request.drill ? 'Drill' : 'Suspension'} ${request.incident}: ${outcome}`;
        await parts.sns.publish({ TopicArn, Subject, Message: lines.join('\n') });
        return 'done';
      },
    });
  },
};
