/**
 * Opens the incident, then waits for every notice at once and sends each at its time.
 *
 * A running execution keeps the definition and the deadlines it started with, so a deployment in between
 * changes nothing about an open incident. Step Functions lets an execution live for a year.
 *
 * An inline Map runs 40 items at a time in their order. The notices are sorted by time, so the one that waits
 * for a place is never due before the one that leaves it.
 *
 * @param functionArn the one Lambda behind every step.
 */
export function breachClockDefinition(functionArn: string): object {
  const retry = [
    { ErrorEquals: ['BadIncident'], MaxAttempts: 0 },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, BackoffRate: 2, MaxAttempts: 8 },
  ];
  return {
    Comment: 'Warns the owner of every breach notification ahead of its deadline.',
    StartAt: 'open',
    States: {
      open: {
        Type: 'Task',
        Resource: functionArn,
        Parameters: { step: 'open', 'request.$': '$' },
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
        End: true,
      },
    },
  };
}
