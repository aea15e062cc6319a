import { PublishCommand } from '@aws-sdk/client-sns';
import { actOnAll } from '../step-report.ts';
import { summarize } from '../summarize.ts';
import type { Step } from '../switch-parts.ts';

/** Says to everyone on the topic what was done and what was not, in ids only. */
export const tellEveryone: Step = async (parts, request, reports) => {
  const { outcome, notDone, doneCount } = summarize(reports);
  const what = request.scope === 'vendor' ? `vendor ${request.vendor}` : `${request.scope} ${request.id}`;
  const lines = [
    `${request.drill ? 'DRILL. ' : ''}Incident ${request.incident}: ${what} of ${request.vendor} suspended by ${request.requestedBy} at ${request.requestedAt}.`,
    `Containment is ${outcome}. ${doneCount} changes made.`,
    ...notDone.map((line) => `NOT DONE: ${line}`),
    'Nothing turns this back on by itself: that takes a second person.',
  ];
  return actOnAll('tell-everyone', {
    targets: [parts.topicArn],
    name: (topic) => topic,
    limit: 1,
    act: async (TopicArn) => {
      const Subject = `${request.drill ? 'Drill' : 'Suspension'} ${request.incident}: ${outcome}`;
      await parts.sns.send(new PublishCommand({ TopicArn, Subject, Message: lines.join('\n') }));
      return 'done';
    },
  });
};
