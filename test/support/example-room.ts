import type { Room } from '../../policies/detection/tripwire.ts';

const place = { account: '200000000001', region: 'eu-west-2' } as const;

/** A room that has everything a tripwire may be about. */
export const exampleRoom: Room = {
  ...place,
  partition: 'aws',
  matterBuckets: ['lpo-meridian-m-7f3a9c-200000000001-eu-west-2'],
  stateBucket: 'lpo-meridian-state-200000000001-eu-west-2',
  breakGlassRole: 'lpo-break-glass',
  backedUp: true,
  functions: [{ ...place, namespace: 'AWS/Lambda', dimension: 'FunctionName', value: 'lpo-meridian-sweep' }],
  machines: [
    {
      ...place,
      namespace: 'AWS/States',
      dimension: 'StateMachineArn',
      value: 'arn:aws:states:eu-west-2:200000000001:stateMachine:lpo-meridian-breach-clock',
    },
  ],
};
