import { resourceCheck } from '../../../authoring/check.ts';

const types = [
  'AWS::IAM::AccessKey',
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::OIDCProvider',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::UserToGroupAddition',
  'AWS::IAM::VirtualMFADevice',
  'AWS::Transfer::User',
  'AWS::WorkSpacesWeb::IdentityProvider',
];

export const check = resourceCheck({
  control: 'LPO-IDN-01',
  name: 'no-users-or-access-keys',
  expected:
    'no IAM user, group, access key or second identity provider: people come from the firm’s provider',
  fix: 'remove the resource and use a role that trusts the SAML provider',
  types: [...types, 'AWS::IAM::Role'],
  judge: ({ type }) => (types.includes(type) ? [{ property: 'Type', got: type }] : []),
  good: { 'a role': { Type: 'AWS::IAM::Role' } },
  bad: Object.fromEntries(types.map((type) => [type, { Type: type }])),
});
