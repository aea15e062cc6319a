import { misplacedAction } from '../../../policies/reading/known-actions.ts';
import { canBe } from '../../../policies/reading/resource-kinds.ts';

const key = 'arn:aws:kms:eu-west-2:200000000001:key/a';

test('an ARN is of the kind whose form it has, and of one whose form is not known', () => {
  expect(canBe('kms', 'key', key)).toBe(true);
  expect(canBe('kms', 'alias', key)).toBe(false);
  expect(canBe('kms', 'of no form', key)).toBe(true);
});

test('an action is misplaced where it takes none of the kinds that the ARN can be', () => {
  expect(misplacedAction('kms:Decrypt', key)).toBeUndefined();
  expect(misplacedAction('kms:Decrypt', 'arn:aws:s3:::bucket')).toMatch(/^kms:Decrypt takes arn/);
  // Kinds of two words: a version of a function, or an alias.
  const alias = 'arn:aws:lambda:eu-west-2:200000000001:function:f:live';
  expect(misplacedAction('lambda:DeleteProvisionedConcurrencyConfig', alias)).toBeUndefined();
  expect(misplacedAction('lambda:DeleteProvisionedConcurrencyConfig', key)).toMatch(/takes arn/);
});
