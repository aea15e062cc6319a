import { asText } from '../../../../lib/model/as-text.ts';
import { resourceCheck } from '../../../authoring/check.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';

const deployed = (properties: object, attributes: object = {}) => ({ ...bucket(properties), ...attributes });

/** A judge cannot see which way a condition falls, what a macro makes, or a template that is elsewhere. */
export const check = resourceCheck({
  control: 'LPO-GOV-01',
  name: 'what-is-judged-is-deployed',
  expected:
    'no resource or property depends on a condition, a transform, a dynamic reference or a template elsewhere',
  fix: 'decide at synthesis: write the resource or the value, or leave it out',
  types: '*',
  judge(resource) {
    if (resource.type === 'AWS::CDK::Metadata') return 'not applicable';
    const text = resource.json;
    const open = [
      resource.resource.Condition === undefined || `Condition ${asText(resource.resource.Condition)}`,
      !text.includes('"Fn::If"') || 'Fn::If',
      !text.includes('"Fn::Transform"') || 'Fn::Transform',
      !text.includes('"Fn::FindInMap"') || 'Fn::FindInMap',
      !text.includes('{{resolve:') || 'a dynamic reference',
      resource.type !== 'AWS::CloudFormation::Macro' || resource.type,
      resource.type !== 'AWS::CloudFormation::Stack' ||
        Boolean(resource.resource.Metadata?.['aws:asset:path']) ||
        'a nested template elsewhere',
    ];
    return open
      .filter((got) => typeof got === 'string')
      .map((got) => ({ property: got.startsWith('Condition') ? 'Condition' : 'Properties', got }));
  },
  good: { 'written out': deployed({ BucketName: 'x' }) },
  bad: {
    'a conditional resource': deployed({}, { Condition: 'IsProd' }),
    'a conditional value': deployed({ BucketName: { 'Fn::If': ['IsProd', 'x', 'y'] } }),
    'a dynamic reference': deployed({ BucketName: '{{resolve:ssm:/name}}' }),
    'a map': deployed({ BucketName: { 'Fn::FindInMap': ['A', 'B', 'C'] } }),
    'a nested template elsewhere': {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: 'https://x' },
    },
  },
});
