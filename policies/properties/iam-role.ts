import { closed, listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { oneOf, text, words } from '../authoring/shapes/text.ts';

export const properties: PropertyLists = {
  'AWS::IAM::Role': {
    AssumeRolePolicyDocument: judgedBy(
      'LPO-IDN-02/service-trust-bound',
      'LPO-IDN-01/saml-trust-bound',
      'roles-open-to-their-people-only',
    ),
    Description: words,
    ManagedPolicyArns: judgedBy('LPO-IDN-02/no-wildcard-administration', 'roles-do-their-jobs-only'),
    MaxSessionDuration: judgedBy('LPO-IDN-03/role-session-at-most-eight-hours'),
    Path: oneOf('/'),
    PermissionsBoundary: judgedBy('LPO-IDN-02/role-has-boundary'),
    Policies: listOf(
      closed({
        PolicyDocument: judgedBy('roles-do-their-jobs-only'),
        PolicyName: words,
      }),
    ),
    RoleName: judgedBy('LPO-IDN-02/role-has-a-listed-purpose'),
    Tags: tags,
  },
  'AWS::IAM::ServiceLinkedRole': {
    AWSServiceName: text('a service of AWS', (name) =>
      /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/.test(name),
    ),
    Description: words,
  },
};
