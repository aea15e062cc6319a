import { resourceCheck } from '../../control';
import { expectAtLeast } from '../../expect';

const group = (properties: Record<string, unknown>) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: properties,
});

export const logGroupsKeptAYear = resourceCheck({
  name: 'log-groups-kept-a-year',
  expected: 'a log group states its retention, at least 365 days',
  mend: 'set RetentionInDays to 365 or more',
  types: ['AWS::Logs::LogGroup'],
  judge: (resource) => [
    ...expectAtLeast(resource, 'RetentionInDays', 365, 'days'),
    ...(resource.get('DeletionProtectionEnabled') === undefined ||
    resource.text('DeletionProtectionEnabled') === 'true'
      ? []
      : [{ property: 'DeletionProtectionEnabled', found: resource.show('DeletionProtectionEnabled') }]),
  ],
  good: { 'one year': group({ RetentionInDays: 365 }) },
  bad: {
    'three months': group({ RetentionInDays: 90 }),
    'for ever, unstated': group({}),
    deletable: group({ RetentionInDays: 365, DeletionProtectionEnabled: false }),
  },
});
