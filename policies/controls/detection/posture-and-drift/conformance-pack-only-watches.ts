import { asText } from '../../../../lib/model/as-text.ts';
import { resourceCheck } from '../../../authoring/check.ts';
import { isObject } from '../../../template/template-shape.ts';

const pack = (Properties: object) => ({
  Type: 'AWS::Config::ConformancePack',
  Properties: { ConformancePackName: 'lpo', ...Properties },
});
const body = (...types: string[]) =>
  JSON.stringify({ Resources: Object.fromEntries(types.map((Type, index) => [`R${index}`, { Type }])) });

/** A pack is a template of its own: a remediation in it acts in the account, and nobody would see it here. */
export const check = resourceCheck({
  control: 'LPO-DET-01',
  name: 'conformance-pack-only-watches',
  expected: 'a conformance pack holds Config rules and nothing else, written out as JSON',
  fix: 'give the template in TemplateBody as JSON, with AWS::Config::ConfigRule resources alone',
  types: ['AWS::Config::ConformancePack'],
  judge(resource) {
    const property = 'TemplateBody';
    const body = resource.get(property);
    if (typeof body !== 'string') return [{ property, got: 'no text' }];
    let template: unknown;
    try {
      template = JSON.parse(body);
    } catch {
      return [{ property, got: 'no JSON text' }];
    }
    const held = isObject(template) && isObject(template.Resources) ? Object.values(template.Resources) : [];
    if (held.length === 0) return [{ property, got: 'no rule' }];
    const others = held
      .map((one) => (isObject(one) ? asText(one.Type) : 'no type'))
      .filter((type) => type !== 'AWS::Config::ConfigRule');
    return others.length === 0 ? [] : [{ property, got: [...new Set(others)].join(', ') }];
  },
  good: { rules: pack({ TemplateBody: body('AWS::Config::ConfigRule') }) },
  bad: {
    'a remediation': pack({
      TemplateBody: body('AWS::Config::ConfigRule', 'AWS::Config::RemediationConfiguration'),
    }),
    'no rule': pack({ TemplateBody: body() }),
    'a file elsewhere': pack({ TemplateS3Uri: 's3://somewhere/pack.yaml' }),
    'no JSON': pack({ TemplateBody: 'Resources: {}' }),
    'no text': pack({ TemplateBody: JSON.parse(body('AWS::Config::ConfigRule')) }),
  },
});
