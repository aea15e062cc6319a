import { App, CfnParameter, aws_iam as iam, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { LpoChecks } from '../../../policies/packs/lpo-checks.ts';

const app = new App();
const stack = new Stack(app, 'Network', { env: { account: '200000000001', region: 'eu-west-2' } });
new kms.Key(stack, 'Key');
new kms.CfnKey(stack, 'Undecided', {
  enableKeyRotation: new CfnParameter(stack, 'Rotate').valueAsString as never,
  keyPolicy: { Statement: { Effect: 'Maybe' } },
});
new iam.User(stack, 'User');
const report = new LpoChecks().validateScope(app);
const found = (rule: string) =>
  report.violations
    .find(({ ruleName }) => ruleName === rule)
    ?.violatingResources.map((one) => one.constructPath);

test('resource-level checks show like those of any pack, by the ids of `lpo check`', () => {
  expect(report.success).toBe(false);
  expect(found('LPO-DAT-01/account-only-reads-key-settings')).toContain('Network/Key/Resource');
  expect(found('LPO-IDN-01/no-users-or-access-keys')).toEqual(['Network/User/Resource']);
});

test('a value decided at deployment is found, and a check that throws is a finding', () => {
  expect(found('LPO-DAT-01/key-rotation-on')).toContain('Network/Undecided');
  expect(found('LPO-DAT-01/key-use-bound-to-its-purpose')).toContain('Network/Undecided');
});
