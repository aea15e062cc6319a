/**
 * Receives a request, then waits for every notice at once and sends each at its time. Settling a duty has no
 * notices, so such an execution ends at once.
 *
 * A running execution keeps the definition and the deadlines it started with, and each warning is worded from
 * the record of its incident, so a deployment in between changes nothing about an open incident. Step
 * Functions lets an execution live for a year.
 *
 * An inline Map runs 40 items at a time in their order. The notices are sorted by time, so the one that waits
 * for a place is never due before the one that leaves it.
 *
 * A warning that could not go out is passed over and counted at the end: then the execution fails, and its
 * alarm rings also when the function was never reached and has no error of its own.
 *
 * @param functionArn the one Lambda behind every step.
 */
export function breachClockDefinition(functionArn: string): object {
  const retry = [
    { ErrorEquals: ['BadIncident', 'NotWarned'], MaxAttempts: 0 },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 8 },
  ];
  return {
    Comment: 'Warns the owner of every breach notification ahead of its deadline.',
    StartAt: 'receive',
    States: {
      receive: {
        Type: 'Task',
        Resource: functionArn,
        Parameters: { step: 'receive', 'request.$': '$' },
        TimeoutSeconds: 60,
        Retry: retry,
        Next: 'every notice',
      },
      'every notice': {
        Type: 'Map',
        ItemsPath: '$.notices',
        ItemSelector: { step: 'warn', 'notice.$': '$$.Map.Item.Value' },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'wait',
          States: {
            wait: { Type: 'Wait', TimestampPath: '$.notice.at', Next: 'warn' },
            warn: {
              Type: 'Task',
              Resource: functionArn,
              TimeoutSeconds: 60,
              Retry: retry,
              // One owner who cannot be warned must not silence the others.
              Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failed', Next: 'not sent' }],
              End: true,
            },
            'not sent': { Type: 'Succeed' },
          },
        },
        ResultPath: '$.sent',
        Next: 'review',
      },
      review: {
        Type: 'Task',
        Resource: functionArn,
        Parameters: { step: 'review', 'sent.$': '$.sent' },
        ResultPath: '$.review',
        TimeoutSeconds: 60,
        Retry: retry,
        End: true,
      },
    },
  };
}
