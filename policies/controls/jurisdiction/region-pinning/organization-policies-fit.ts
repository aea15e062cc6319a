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
const guardrails = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];
/** Size of an RCP; an SCP takes more since 2026, which not every partition has. */
const { value: most } = quotaFigures['organizations-rcp-size'];

export const check = resourceCheck({
  control: 'LPO-JUR-01',
  name: 'organization-policies-fit',
  expected: `a guardrail is a JSON object of at most ${most} characters that only denies`,
  fix: 'split the policy; write Content as an object, because CloudFormation sees no drift in a string',
  types: ['AWS::Organizations::Policy'],
  judge(resource) {
    if (!guardrails.includes(resource.text('Type') ?? '')) return 'not applicable';
    const content = resource.get('Content');
    const size = JSON.stringify(content ?? '').length;
    return [
      ...(typeof content === 'object' ? [] : [{ property: 'Content', got: `a ${typeof content}` }]),
      ...(size <= most ? [] : [{ property: 'Content', got: `${size} characters` }]),
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
      Content: { Statement: [{ Effect: 'Deny', Action: `x:${'y'.repeat(5200)}`, Resource: '*' }] },
    }),
    allows: policy({ Content: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }),
  },
});
