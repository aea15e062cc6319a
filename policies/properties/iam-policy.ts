import { listOf } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { oneOf, words } from '../authoring/shapes/text.ts';

const document = judgedBy('LPO-IDN-02/actions-exist', 'roles-do-their-jobs-only');

/** For roles of the templates: never for a user or a group. */
export const properties: PropertyLists = {
  'AWS::IAM::ManagedPolicy': {
    Description: words,
    ManagedPolicyName: judgedBy('LPO-GOV-01/names-are-opaque'),
    Path: oneOf('/'),
    PolicyDocument: document,
    Roles: listOf(made('AWS::IAM::Role')),
  },
  'AWS::IAM::Policy': {
    PolicyDocument: document,
    PolicyName: words,
    Roles: listOf(made('AWS::IAM::Role')),
  },
  'AWS::IAM::RolePolicy': {
    PolicyDocument: document,
    PolicyName: words,
    RoleName: made('AWS::IAM::Role'),
  },
};
