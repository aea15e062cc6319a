import { resourceCheck } from '../../../authoring/check.ts';
import { expectAtMost, expectValue } from '../../../authoring/expect.ts';
import { key } from '../../../authoring/fixtures/key.ts';

/** KMS rotates only symmetric keys whose material it made itself. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'key-rotation-on',
  expected: 'KMS rotates the key at least once a year',
  fix: 'set EnableKeyRotation to true and leave RotationPeriodInDays out or at most 365',
  types: ['AWS::KMS::Key'],
  judge(resource) {
    if ((resource.text('KeySpec') ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') return 'not applicable';
    if ((resource.text('Origin') ?? 'AWS_KMS') !== 'AWS_KMS') return 'not applicable';
    return [
      ...expectValue(resource, 'EnableKeyRotation', true),
      ...(resource.get('RotationPeriodInDays') === undefined
        ? []
        : expectAtMost(resource, 'RotationPeriodInDays', 365, 'days')),
    ];
  },
  good: {
    yearly: key({ EnableKeyRotation: true }),
    quarterly: key({ EnableKeyRotation: true, RotationPeriodInDays: 90 }),
  },
  bad: {
    off: key({ EnableKeyRotation: false }),
    absent: key({}),
    'every seven years': key({ EnableKeyRotation: true, RotationPeriodInDays: 2555 }),
    'decided at deployment': key({ EnableKeyRotation: { Ref: 'Rotate' } }),
  },
});
