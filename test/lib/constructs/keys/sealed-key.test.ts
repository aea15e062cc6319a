import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { oversightActions } from '../../../../lib/constructs/access/boundaries.ts';
import { type KeyCustody, SealedKey } from '../../../../lib/constructs/keys/sealed-key.ts';
import { app } from '../../../support/app.ts';
import { nagFindings, staleAcknowledgements } from '../../../support/nag.ts';
import { grants } from '../../../support/policy-evaluator.ts';
import { policyOf } from '../../../support/template-policies.ts';

const role = (name: string) => `arn:aws:iam::200000000001:role/${name}`;
const custodian = role('lpo-meridian-key-custodian');
const build = (custody: KeyCustody) => {
  const stack = new Stack(app(), 'Keys', { env: { account: '200000000001', region: 'eu-west-2' } });
  new SealedKey(stack, 'Key', {
    alias: 'alias/lpo/meridian/m-7f3a9c',
    description: 'Example',
    deployRoleArn: role('deploy'),
    custodianRoleArn: custodian,
    custody,
    usage: [],
  });
  return stack;
};
const may = (stack: Stack, principal: string, action: string, mfa = 'true') =>
  grants(
    policyOf(stack, 'AWS::KMS::Key', 'KeyPolicy', () => true),
    { principal, action, context: { 'aws:PrincipalArn': principal, 'aws:PrincipalTag/lpo:mfa': mfa } },
  ).length > 0;

test('material made by KMS is rotated and takes no import', () => {
  const stack = build('customer-managed');
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  expect(JSON.stringify(template.toJSON())).not.toContain('EXTERNAL');
  expect(may(stack, custodian, 'kms:ImportKeyMaterial')).toBe(false);
  expect(nagFindings(stack)).toEqual([]);
});

describe('material from outside', () => {
  const stack = build('external');

  test('is not rotated by KMS; that is acknowledged here and nowhere else', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
      Origin: 'EXTERNAL',
      EnableKeyRotation: false,
      MultiRegion: false,
    });
    expect(nagFindings(stack)).toEqual([]);
    expect(staleAcknowledgements(stack)).toEqual([]);
  });

  test('is imported by the custodian with MFA alone, who cannot use it, nor delete it at once', () => {
    for (const action of ['kms:GetParametersForImport', 'kms:ImportKeyMaterial']) {
      expect(may(stack, custodian, action)).toBe(true);
      expect(may(stack, custodian, action, 'false')).toBe(false);
      expect(may(stack, role('deploy'), action)).toBe(false);
      expect(oversightActions).toContain(action);
    }
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DeleteImportedKeyMaterial'])
      expect(may(stack, custodian, action)).toBe(false);
  });

  test('wants a custodian', () => {
    const noCustodian = () =>
      new SealedKey(new Stack(app(), 'Keys'), 'Key', {
        alias: 'alias/lpo/meridian/m-7f3a9c',
        description: 'Example',
        deployRoleArn: role('deploy'),
        custody: 'external',
        usage: [],
      });
    expect(noCustodian).toThrow('custody: got external without custodianRoleArn');
  });
});
