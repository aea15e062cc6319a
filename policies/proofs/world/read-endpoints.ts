import type { Statement } from '../policy/statement.ts';
import type { TemplateReader } from './template-reader.ts';
import type { Endpoint } from './world.ts';

/** VPC endpoints with their policies. An endpoint without a policy lets everything pass. */
export function readEndpoints(reader: TemplateReader): Endpoint[] {
  return reader.ofType('AWS::EC2::VPCEndpoint').map((entry) => {
    const { stack } = entry;
    const document = entry.resource.Properties?.PolicyDocument;
    return {
      id: reader.reference(entry),
      vpc: reader.text(entry, 'VpcId') ?? '',
      account: stack.account ?? '',
      region: stack.region ?? '',
      service: (reader.text(entry, 'ServiceName') ?? '').split('.').at(-1) ?? '',
      statements:
        document === undefined
          ? [
              everythingPasses(
                reader.place(entry, 'Properties (no PolicyDocument: AWS lets everything pass)'),
              ),
            ]
          : reader.policy(entry, document, 'Properties.PolicyDocument', 'resource'),
      place: reader.place(entry),
    };
  });
}

const everythingPasses = (place: Statement['place']): Statement => ({
  effect: 'Allow',
  place,
  principals: [{ kind: 'everyone' }],
  actions: { negated: false, patterns: ['*'] },
  resources: { negated: false, patterns: ['*'] },
  conditions: [],
});
