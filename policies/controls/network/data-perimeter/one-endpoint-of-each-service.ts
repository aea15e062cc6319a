import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';

const endpoint = (service: string, VpcId: unknown = { Ref: 'Vpc' }) => ({
  Type: 'AWS::EC2::VPCEndpoint',
  Properties: { ServiceName: `com.amazonaws.eu-west-2.${service}`, VpcId },
});
const example = (...endpoints: object[]): ExampleStacks => ({
  'meridian/Network': {
    Vpc: vpc(),
    Other: vpc(),
    ...(Object.fromEntries(endpoints.map((each, index) => [`Endpoint${index}`, each])) as object),
  },
});

/** The name of a service leads to one of them: which policy holds would be left to chance, or AWS refuses the second. */
export const check = assemblyCheck({
  control: 'LPO-NET-02',
  name: 'one-endpoint-of-each-service',
  expected: 'a VPC has one endpoint of each service',
  fix: 'remove the endpoint that was added; an endpoint takes several subnets and security groups',
  judge(view) {
    const endpoints = view.ofType('AWS::EC2::VPCEndpoint').map(({ stack, resource }) => ({
      stack,
      resource,
      vpc: view.target(resource.get('VpcId'), stack) ?? resource.show('VpcId'),
      service: resource.text('ServiceName'),
    }));
    if (endpoints.length === 0) return 'not applicable';
    return endpoints
      .filter((one, index) =>
        endpoints.slice(0, index).some(({ vpc, service }) => vpc === one.vpc && service === one.service),
      )
      .map(({ stack, resource, service }) => ({
        ...{ stack: stack.id, logicalId: resource.logicalId, property: 'ServiceName' },
        got: `another endpoint of ${service}`,
      }));
  },
  good: {
    'two services': example(endpoint('s3'), endpoint('kms')),
    'two VPCs': example(endpoint('s3'), endpoint('s3', { Ref: 'Other' })),
  },
  bad: {
    'one service twice': example(endpoint('s3'), endpoint('kms'), endpoint('s3')),
    'twice in a VPC from elsewhere': example(endpoint('s3', 'vpc-1'), endpoint('s3', 'vpc-1')),
  },
});
