import { exampleAssembly } from '../../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../../support/resources-of.ts';

const assembly = exampleAssembly();
const rules = resourcesOf(stackOf(assembly, 'luzon/Detection'), 'AWS::Events::Rule');
const rule = (name: string) => rules.find(({ properties }) => properties.Name === name)?.properties;
const logs = stackOf(assembly, 'luzon/Logs');

test('every restore and copy is written to a log group that is encrypted and kept', () => {
  const record = rule('lpo-luzon-restore-record');
  expect(record.EventPattern).toEqual({
    source: ['aws.backup'],
    'detail-type': ['Copy Job State Change', 'Restore Job State Change'],
  });
  const group = resourcesOf(logs, 'AWS::Logs::LogGroup').find(
    ({ properties }) => properties.LogGroupName === '/lpo/luzon/restores',
  );
  expect(group?.properties).toMatchObject({ RetentionInDays: 365, DeletionProtectionEnabled: true });
  expect(group?.properties.KmsKeyId).toBeDefined();
  expect(record.Targets).toEqual([
    { Id: 'Log', Arn: 'arn:aws:logs:us-east-1:200000000002:log-group:/lpo/luzon/restores' },
  ]);
});

test('the log group takes events from that rule of this account and from nothing else', () => {
  const [policy] = resourcesOf(logs, 'AWS::Logs::ResourcePolicy')
    .map(({ properties }) => JSON.parse(properties.PolicyDocument).Statement[0])
    .filter(({ Sid }) => Sid === 'RestoreRecord');
  expect(policy.Resource).toBe('arn:aws:logs:us-east-1:200000000002:log-group:/lpo/luzon/restores:*');
  expect(policy.Condition).toEqual({
    ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:200000000002:rule/lpo-luzon-restore-record' },
    StringEquals: { 'aws:SourceAccount': '200000000002' },
  });
});

test('somebody hears of every start and end of a restore, and of backups and copies that fail', () => {
  const { EventPattern: pattern, Targets: targets } = rule('lpo-luzon-restore-record-alert');
  expect(pattern.$or).toEqual([
    {
      'detail-type': ['Restore Job State Change'],
      detail: { status: ['ABORTED', 'COMPLETED', 'FAILED', 'RUNNING'] },
    },
    {
      'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
      detail: { state: ['ABORTED', 'EXPIRED', 'FAILED'] },
    },
  ]);
  expect(targets).toHaveLength(1);
  expect(targets[0].InputTransformer.InputTemplate).not.toMatch(/resource|bucket|detail>/);
});
