import { CloudTrailClient, type Event, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import type { Observation, UseObserver } from '../offboarding/key-control.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling } from './aws-failure.ts';
import { given } from './given.ts';

/** KMS's answers to the use of a key that is disabled or about to be deleted. */
const refusal = /^(DisabledException|KMSInvalidStateException)$/;

/** Asks CloudTrail's event history, which knows the last 90 days. Two requests a second are allowed. */
export class CloudTrailUseObserver implements UseObserver {
  constructor(private readonly access: AwsAccess) {}

  attempts(region: string, arn: string, since: string): Promise<Observation> {
    return calling('cloudtrail:LookupEvents', arn, async () => {
      const client = new CloudTrailClient({ ...clientConfig(region, this.access), retryMode: 'adaptive' });
      const refused: { at: string; by: string }[] = [];
      let events = 0;
      try {
        const query = {
          LookupAttributes: [{ AttributeKey: 'ResourceName' as const, AttributeValue: arn }],
          StartTime: new Date(since),
        };
        for await (const page of paginateLookupEvents({ client }, query))
          for (const event of given(page.Events, 'Events')) {
            events++;
            if (refusal.test(errorCode(event)))
              refused.push({
                at: (event.EventTime ?? new Date(since)).toISOString(),
                by: event.Username ?? 'unknown',
              });
          }
        return { events, refused };
      } finally {
        client.destroy();
      }
    });
  }
}

function errorCode({ CloudTrailEvent }: Event): string {
  const { errorCode: code } = JSON.parse(given(CloudTrailEvent, 'CloudTrailEvent')) as { errorCode?: string };
  return code ?? '';
}
