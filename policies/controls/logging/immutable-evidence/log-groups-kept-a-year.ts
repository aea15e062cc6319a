import { resourceCheck } from '../../../authoring/check.ts';
import { expectAtLeast, expectValue } from '../../../authoring/expect.ts';

const group = (properties: Record<string, unknown>) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: properties,
});

export const check = resourceCheck({
  control: 'LPO-LOG-02',
  name: 'log-groups-kept-a-year',
  expected: 'a log group states its retention, at least 365 days, and is protected from deletion',
  fix: 'set RetentionInDays to 365 or more and DeletionProtectionEnabled to true',
  types: ['AWS::Logs::LogGroup'],
  judge: (resource) => [
    ...expectAtLeast(resource, 'RetentionInDays', 365, 'days'),
    ...expectValue(resource, 'DeletionProtectionEnabled', true),
  ],
  good: { 'one year': group({ RetentionInDays: 365, DeletionProtectionEnabled: true }) },
  bad: {
    'three months': group({ RetentionInDays: 90, DeletionProtectionEnabled: true }),
    'for ever, unstated': group({}),
    deletable: group({ RetentionInDays: 365, DeletionProtectionEnabled: false }),
  },
});
