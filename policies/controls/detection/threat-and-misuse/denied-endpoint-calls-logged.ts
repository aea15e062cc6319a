import { asText } from '../../../../lib/model/as-text.ts';
import { resourceCheck } from '../../../authoring/check.ts';
import { endpointServices } from '../../../reading/endpoint-services.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Event sources whose refused calls through an endpoint are logged; the cheapest tripwire of the perimeter. */
const sources = [
  ...Object.values(endpointServices).flatMap(({ eventSource }) => eventSource ?? []),
  // An endpoint somebody makes beside the deployment would be for one of these.
  ...['cloudtrail', 'ec2', 'secretsmanager'].map((name) => `${name}.amazonaws.com`),
].sort();

const selector = (source: string) => ({
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['NetworkActivity'] },
    { Field: 'eventSource', Equals: [source] },
    { Field: 'errorCode', Equals: ['VpceAccessDenied'] },
  ],
});
const trail = (AdvancedEventSelectors: object[]) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { AdvancedEventSelectors },
});

export const check = resourceCheck({
  control: 'LPO-DET-02',
  name: 'denied-endpoint-calls-logged',
  expected: `the trail logs calls that an endpoint refused (VpceAccessDenied) to ${sources.join(', ')}`,
  fix: 'add one NetworkActivity selector for each service',
  types: ['AWS::CloudTrail::Trail'],
  judge(resource) {
    const logged = resource.list('AdvancedEventSelectors').flatMap((one) => {
      const fields =
        isObject(one) && Array.isArray(one.FieldSelectors) ? one.FieldSelectors.filter(isObject) : [];
      const values = (field: string) =>
        fields.filter(({ Field }) => Field === field).flatMap(({ Equals }) => Equals as string[]);
      const known = fields.every(({ Field }) =>
        ['eventCategory', 'eventSource', 'errorCode'].includes(asText(Field)),
      );
      return known && values('eventCategory').includes('NetworkActivity') ? values('eventSource') : [];
    });
    const missing = sources.filter((source) => !logged.includes(source));
    return missing.length === 0
      ? []
      : [{ property: 'AdvancedEventSelectors', got: `nothing for ${missing.join(', ')}` }];
  },
  good: { all: trail(sources.map(selector)) },
  bad: {
    none: trail([]),
    ...Object.fromEntries(
      sources.map((source) => [
        `without ${source}`,
        trail(sources.filter((one) => one !== source).map(selector)),
      ]),
    ),
    'one endpoint only': trail(
      sources.map((source) => ({
        FieldSelectors: [...selector(source).FieldSelectors, { Field: 'vpcEndpointId', Equals: ['vpce-1'] }],
      })),
    ),
  },
});
