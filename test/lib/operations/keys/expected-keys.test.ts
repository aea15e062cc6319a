import { expectedKeys } from '../../../../lib/operations/keys/expected-keys.ts';
import type { Assembly, TemplateResource } from '../../../../policies/template/assembly.ts';

const key = (properties: object = {}): TemplateResource => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Version: '2012-10-17', Statement: [] }, ...properties },
});
const alias: TemplateResource = {
  Type: 'AWS::KMS::Alias',
  Properties: { AliasName: 'alias/lpo/v/k', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
};
const assembly = (Resources: Record<string, TemplateResource>): Assembly => ({
  directory: 'cdk.out',
  stacks: [
    {
      id: 'v/Logs',
      stackName: 'v-Logs',
      account: '111122223333',
      region: 'eu-west-2',
      file: 'v.template.json',
      template: { Resources },
      constructPaths: {},
    },
  ],
});
const read = (Resources: Record<string, TemplateResource>) => expectedKeys(assembly(Resources), 'v');

test('what a template leaves out is what KMS does by default', () => {
  expect(read({ Key: key(), Alias: alias })).toMatchObject([
    {
      alias: 'alias/lpo/v/k',
      state: 'Enabled',
      origin: 'AWS_KMS',
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      multiRegion: false,
      rotation: { status: 'disabled' },
      tags: {},
    },
  ]);
  expect(read({ Key: key({ EnableKeyRotation: true }), Alias: alias })[0]?.rotation).toEqual({
    status: 'enabled',
    periodDays: 365,
  });
});

test('pseudo parameters and the ARNs of named roles are resolved', () => {
  const Statement = [
    {
      Effect: 'Allow',
      Principal: {
        AWS: [
          {
            'Fn::Join': [
              '',
              ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root'],
            ],
          },
          { 'Fn::GetAtt': ['Role', 'Arn'] },
        ],
      },
      Action: { 'Fn::Sub': 'kms:$' + '{AWS::Region}' },
      Resource: '*',
    },
  ];
  const Role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } };
  const [one] = read({ Key: key({ KeyPolicy: { Statement } }), Alias: alias, Role });
  expect(one?.policy).toMatchObject({
    Statement: [
      {
        Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/r'] },
        Action: 'kms:eu-west-2',
      },
    ],
  });
});

test.each([
  ['KEY-NO-ALIAS', { Key: key() }],
  ['KEY-UNRESOLVED', { Key: key({ Description: { 'Fn::ImportValue': 'x' } }), Alias: alias }],
  ['KEY-UNRESOLVED', { Key: key({ KeyPolicy: { Statement: [{ Effect: 'Maybe' }] } }), Alias: alias }],
])('%s', (code, resources) => {
  expect(() => read(resources)).toThrow(code);
});

test('an unknown vendor is named with the known ones', () => {
  expect(() => expectedKeys(assembly({}), 'w')).toThrow(/vendor w[\s\S]*one of v/);
});
