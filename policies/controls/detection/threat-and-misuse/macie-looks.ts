import { resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';

const session = (Properties: Record<string, unknown>) => ({ Type: 'AWS::Macie::Session', Properties });

export const check = resourceCheck({
  control: 'LPO-DET-02',
  name: 'macie-looks',
  expected: 'a Macie session is enabled',
  fix: 'set Status ENABLED',
  types: ['AWS::Macie::Session'],
  judge: (resource) =>
    resource.get('Status') === undefined ? [] : expectValue(resource, 'Status', 'ENABLED'),
  good: { enabled: session({ Status: 'ENABLED' }), 'enabled by default': session({}) },
  bad: { paused: session({ Status: 'PAUSED' }) },
});
