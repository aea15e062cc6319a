import { resourceCheck } from '../../../authoring/check.ts';
import { expectValue } from '../../../authoring/expect.ts';

const hub = (Properties: Record<string, unknown>) => ({ Type: 'AWS::SecurityHub::Hub', Properties });

export const check = resourceCheck({
  control: 'LPO-DET-01',
  name: 'hub-enables-new-controls',
  expected: 'Security Hub enables the controls that AWS adds to a standard',
  fix: 'leave AutoEnableControls out, or set it to true',
  types: ['AWS::SecurityHub::Hub'],
  judge: (resource) =>
    resource.get('AutoEnableControls') === undefined ? [] : expectValue(resource, 'AutoEnableControls', true),
  good: { 'by default': hub({}), written: hub({ AutoEnableControls: true }) },
  bad: { 'frozen in time': hub({ AutoEnableControls: false }) },
});
