import { App, Aws, Stack, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../../../lib/constructs/acknowledge.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';

const whole = {
  rule: 'AwsSolutions-S1',
  reason: 'The bucket receives the access logs of the others.',
  owner: 'platform-security',
  reviewBy: '2027-11-01',
};

const stackWithBuckets = () => {
  const stack = new Stack(new App(), 'Stack');
  return { stack, one: new CfnBucket(stack, 'One'), other: new CfnBucket(stack, 'Other') };
};

describe('acknowledge', () => {
  test('silences the rule on that construct alone', () => {
    const { stack, one } = stackWithBuckets();
    acknowledge(one, whole);
    const findings = nagFindings(stack);
    expect(findings).not.toContain('AwsSolutions-S1 at Stack/One');
    expect(findings).toContain('AwsSolutions-S1 at Stack/Other');
    expect(findings).toContain('AwsSolutions-S10 at Stack/One');
    expect(staleAcknowledgements(stack)).toEqual([]);
  });

  test('keeps owner and date in the reason, for several rules at once', () => {
    const { one } = stackWithBuckets();
    acknowledge(one, { ...whole, rule: ['AwsSolutions-S1', 'AwsSolutions-IAM5[Resource::*]'] });
    const recorded = one.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .map(({ data }) => data);
    const text = `${whole.reason} [owner: platform-security; review by: 2027-11-01]`;
    expect(recorded).toEqual([
      { 'AwsSolutions::AwsSolutions-S1': text },
      { 'AwsSolutions::AwsSolutions-IAM5[Resource::*]': text },
    ]);
  });

  test('one that matches nothing is found to be stale', () => {
    const { stack, one } = stackWithBuckets();
    acknowledge(one, { ...whole, rule: 'AwsSolutions-SQS3' });
    expect(staleAcknowledgements(stack)).toEqual(['AwsSolutions-SQS3 at Stack/One']);
  });

  test.each([
    ['no rule', { rule: [] }, 'rule: got none'],
    [
      'a rule that only the deployment knows',
      { rule: `A-1[${Aws.PARTITION}]` },
      'rule: got a name that only',
    ],
    ['a reason of one word', { reason: 'accepted' }, 'reason: got "accepted"'],
    ['a person as owner', { owner: 'Jane Doe' }, 'owner: got "Jane Doe"'],
    ['a date that does not exist', { reviewBy: '2027-02-30' }, 'reviewBy: got "2027-02-30"'],
    ['a date in words', { reviewBy: 'next year' }, 'reviewBy: got "next year"'],
  ])('refuses %s', (_, fault, message) => {
    const { one } = stackWithBuckets();
    expect(() => acknowledge(one, { ...whole, ...fault })).toThrow(message);
  });
});
