import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { managedPolicy } from '../../../authoring/fixtures/managed-policy.ts';
import { unknownAction } from '../../../reading/known-actions.ts';
import { resourcePolicies } from '../../../reading/resource-policies.ts';

const policy = (...Action: string[]) =>
  managedPolicy([{ Effect: 'Allow', Action, Resource: 'arn:aws:s3:::b/*' }]);

/** Property with the policy, by type. */
const documents: Readonly<Record<string, string>> = {
  ...resourcePolicies,
  'AWS::IAM::ManagedPolicy': 'PolicyDocument',
  'AWS::IAM::Policy': 'PolicyDocument',
  'AWS::IAM::RolePolicy': 'PolicyDocument',
  'AWS::Organizations::Policy': 'Content',
};

/** IAM takes any text for an action: a slip allows nothing, and denies nothing. */
export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'actions-exist',
  expected: 'every action of a policy, and every pattern of actions, is one that IAM knows',
  fix: 'correct the action after the Service Authorization Reference; `npm run generate` takes the actions of a newer data set',
  types: Object.keys(documents),
  judge(resource): Deviation[] | 'not applicable' {
    // Other policies of an organization are settings, without statements.
    const { type } = resource;
    if (type === 'AWS::Organizations::Policy' && !/CONTROL_POLICY$/.test(resource.text('Type') ?? ''))
      return 'not applicable';
    const statements = resource.statements(documents[resource.type] ?? '');
    if (statements.length === 0) return 'not applicable';
    return statements.flatMap(({ actions, notActions, path, name }) =>
      [...actions, ...notActions].flatMap((action) => {
        const unknown = unknownAction(action);
        return unknown === undefined
          ? []
          : [{ property: path, got: `${name} names ${unknown}, which IAM does not know` }];
      }),
    );
  },
  good: {
    'actions of S3': policy('s3:GetObject', 's3:putobject'),
    'a pattern of some': policy('s3:GetObject*'),
    everything: policy('*'),
    'a service whose actions are not in the data': policy('sagemaker:CreateModel'),
  },
  bad: {
    'an operation that is no action': policy('access-analyzer:ListFindingsV2'),
    'a slip': policy('s3:GetObjects'),
    'a pattern of none': policy('backup:Recover*'),
    'a service that is none': policy('newservice:DoSomething'),
  },
});
