import { resourceCheck } from '../../../authoring/check.ts';
import { quotaFigures } from '../../../reading/quota-figures.ts';

const policy = (properties: object) => ({
  Type: 'AWS::Organizations::Policy',
  Properties: {
    Type: 'SERVICE_CONTROL_POLICY',
    TargetIds: ['200000000001'],
    Content: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'x:y', Resource: '*' }] },
    ...properties,
  },
});
const [mostOfPrincipals, mostOfResources] = [
  quotaFigures['organizations-scp-size'].value,
  quotaFigures['organizations-rcp-size'].value,
];
const most = new Map([
  ['SERVICE_CONTROL_POLICY', mostOfPrincipals],
  ['RESOURCE_CONTROL_POLICY', mostOfResources],
]);

export const check = resourceCheck({
  control: 'LPO-JUR-01',
  name: 'organization-policies-fit',
  expected: `a guardrail is a JSON object that only denies, of at most ${mostOfPrincipals} characters, ${mostOfResources} where it is for resources`,
  fix: 'split the policy; write Content as an object, because CloudFormation sees no drift in a string',
  types: ['AWS::Organizations::Policy'],
  judge(resource) {
    const limit = most.get(resource.text('Type') ?? '');
    if (limit === undefined) return 'not applicable';
    const content = resource.get('Content');
    const size = JSON.stringify(content ?? '').length;
    return [
      ...(typeof content === 'object' ? [] : [{ property: 'Content', got: `a ${typeof content}` }]),
      ...(size <= limit ? [] : [{ property: 'Content', got: `${size} characters` }]),
      ...resource
        .statements('Content')
        .filter(({ effect }) => effect !== 'Deny')
        .map(({ path, name }) => ({ property: path, got: `${name} allows` })),
    ];
  },
  good: { small: policy({}) },
  bad: {
    'a string': policy({ Content: '{"Statement":[]}' }),
    'too long': policy({
      Content: {
        Statement: [{ Effect: 'Deny', Action: `x:${'y'.repeat(mostOfPrincipals)}`, Resource: '*' }],
      },
    }),
    'too long for resources': policy({
      Type: 'RESOURCE_CONTROL_POLICY',
      Content: { Statement: [{ Effect: 'Deny', Action: `x:${'y'.repeat(mostOfResources)}`, Resource: '*' }] },
    }),
    allows: policy({ Content: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }),
  },
});
