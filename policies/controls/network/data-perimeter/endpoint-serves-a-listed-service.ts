import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { endpointService, endpointServices } from '../../../reading/endpoint-services.ts';

const endpoint = (service: string, action: string, properties: object = {}) => ({
  Type: 'AWS::EC2::VPCEndpoint',
  Properties: {
    ServiceName: service,
    VpcEndpointType: 'Interface',
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: '*', Action: [action], Resource: '*' }],
    },
    ...properties,
  },
});
const s3 = 'com.amazonaws.eu-west-2.s3';
const listed = Object.keys(endpointServices);

/** Each further service is a way to take documents out, so the list is closed and kept here, with reasons. */
export const check = resourceCheck({
  control: 'LPO-NET-02',
  name: 'endpoint-serves-a-listed-service',
  expected: `an endpoint is an interface endpoint of this region for one of ${listed.join(', ')}, and its policy names actions of that service only`,
  fix: 'remove the endpoint; or decide that people need the service, and give the judge its row in policies/reading/endpoint-services.ts with the reason',
  types: ['AWS::EC2::VPCEndpoint'],
  judge(resource): Deviation[] {
    const named = endpointService(resource.text('ServiceName'));
    const row =
      named && Object.hasOwn(endpointServices, named.service) ? endpointServices[named.service] : undefined;
    const { region } = resource.place;
    return [
      ...(row ? [] : [{ property: 'ServiceName', got: resource.show('ServiceName') }]),
      ...(named && region !== undefined && named.region !== region
        ? [{ property: 'ServiceName', got: `an endpoint of ${named.region} in ${region}` }]
        : []),
      ...(resource.text('VpcEndpointType') === 'Interface'
        ? []
        : [{ property: 'VpcEndpointType', got: resource.show('VpcEndpointType') }]),
      ...resource
        .statements('PolicyDocument')
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(({ path, name, actions }) =>
          actions
            .filter((action) => row && !row.prefixes.includes(action.split(':')[0]?.toLowerCase() ?? ''))
            .map((action) => ({ property: path, got: `${name}: ${action}, of another service` })),
        ),
    ];
  },
  good: {
    documents: endpoint(s3, 's3:GetObject'),
    keys: endpoint('com.amazonaws.eu-west-2.kms', 'kms:Decrypt'),
  },
  bad: {
    mail: endpoint('com.amazonaws.eu-west-2.email-smtp', 'ses:SendRawEmail'),
    'mail through the endpoint for documents': endpoint(s3, 'ses:SendRawEmail'),
    'every action': endpoint(s3, '*'),
    "somebody's own service": endpoint(
      'com.amazonaws.vpce.eu-west-2.vpce-svc-0123456789abcdef0',
      's3:GetObject',
    ),
    'another region': endpoint('com.amazonaws.us-east-1.s3', 's3:GetObject'),
    'a gateway': endpoint(s3, 's3:GetObject', { VpcEndpointType: 'Gateway' }),
    'a name nobody can read': endpoint(s3, 's3:GetObject', { ServiceName: { 'Fn::ImportValue': 'x' } }),
  },
});
