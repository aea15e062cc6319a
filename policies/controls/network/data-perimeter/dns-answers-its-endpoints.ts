import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { firewallsOf } from '../../../reading/dns-firewall.ts';
import { endpointService, endpointServices } from '../../../reading/endpoint-services.ts';
import { partitionOf } from '../../../template/partition.ts';

const resolver = 'AWS::Route53Resolver::';
const domain = 'eu-west-2.amazonaws.com';
const s3Names = ['s3', '*.s3', '*.s3-accesspoint'].map((name) => `${name}.${domain}`);
const endpoint = (service: string, VpcId: unknown = { Ref: 'Vpc' }) => ({
  Type: 'AWS::EC2::VPCEndpoint',
  Properties: { ServiceName: `com.amazonaws.eu-west-2.${service}`, VpcId },
});
const example = (names: readonly string[], endpoints: Record<string, object>): ExampleStacks => ({
  'meridian/Network': {
    Vpc: vpc(),
    Allowed: { Type: `${resolver}FirewallDomainList`, Properties: { Domains: names } },
    All: { Type: `${resolver}FirewallDomainList`, Properties: { Domains: ['*.'] } },
    Group: {
      Type: `${resolver}FirewallRuleGroup`,
      Properties: {
        FirewallRules: [
          { Action: 'ALLOW', Priority: 100, FirewallDomainListId: { Ref: 'Allowed' } },
          { Action: 'BLOCK', Priority: 200, FirewallDomainListId: { Ref: 'All' } },
        ],
      },
    },
    OfVpc: {
      Type: `${resolver}FirewallRuleGroupAssociation`,
      Properties: { FirewallRuleGroupId: { Ref: 'Group' }, VpcId: { Ref: 'Vpc' } },
    },
    ...(endpoints as object),
  },
});
const documents = { S3: endpoint('s3') };
const both = { ...documents, Sts: endpoint('sts') };

/** An endpoint whose names are not answered is dead; a name without an endpoint leads out of the VPC. */
export const check = assemblyCheck({
  control: 'LPO-NET-02',
  name: 'dns-answers-its-endpoints',
  expected:
    'the DNS firewall of a VPC answers every name of every endpoint in it, and no name that is not an endpoint’s',
  fix: 'give the DNS firewall the names of the endpoint, and take away those of endpoints that are gone',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const endpoints = view.ofType('AWS::EC2::VPCEndpoint').map(({ stack, resource }) => ({
      stack,
      resource,
      vpc: view.target(resource.get('VpcId'), stack),
      named: endpointService(resource.text('ServiceName')),
    }));
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (endpoints.length === 0 && vpcs.length === 0) return 'not applicable';
    const homeless = endpoints
      .filter(({ vpc, named }) => !vpc || !named)
      .map(({ stack, resource, vpc }) => {
        const property = vpc ? 'ServiceName' : 'VpcId';
        return { stack: stack.id, logicalId: resource.logicalId, property, got: resource.show(property) };
      });
    const deviations = vpcs.flatMap((vpc) => {
      const answered = firewallsOf(view, vpc)
        .flat()
        .filter(({ action }) => action === 'ALLOW')
        .flatMap(({ names }) => names);
      const wanted = endpoints
        .filter((each) => each.vpc === vpc)
        .flatMap(({ stack, resource, named }) =>
          named ? namesOf(named).map((name) => ({ stack, resource, name })) : [],
        );
      return [
        ...wanted
          .filter(({ name }) => !answered.includes(name))
          .map(({ stack, resource, name }) => ({
            stack: stack.id,
            logicalId: resource.logicalId,
            property: 'ServiceName',
            got: `no answer for ${name}`,
          })),
        ...answered
          .filter((each) => !wanted.some(({ name }) => each === name))
          .map((each) => ({
            stack: vpc.stack.id,
            logicalId: vpc.resource.logicalId,
            property: '-',
            got: `an answer for ${each}, which no endpoint serves`,
          })),
      ];
    });
    return [...homeless, ...deviations];
  },
  good: {
    'one endpoint': example(s3Names, documents),
    'with the final dot': example(
      [...s3Names, `sts.${domain}`].map((name) => `${name}.`),
      both,
    ),
  },
  bad: {
    'a dead endpoint': example(s3Names, both),
    'buckets by path only': example(s3Names.slice(0, 1), documents),
    'a name without an endpoint': example([...s3Names, `sts.${domain}`], documents),
    'a name of another region': example([...s3Names, 's3.us-east-1.amazonaws.com'], documents),
    'a name of somebody else': example([...s3Names, 's3.eu-west-2.amazonaws.com.evil.example'], documents),
    'an endpoint in a VPC that is not here': example([...s3Names, `sts.${domain}`], {
      ...documents,
      Sts: endpoint('sts', 'vpc-0123456789abcdef0'),
    }),
    'no endpoint at all': example(s3Names, {}),
  },
});

const namesOf = ({ region, service }: { readonly region: string; readonly service: string }): string[] =>
  (Object.hasOwn(endpointServices, service) ? (endpointServices[service]?.names ?? []) : [service]).map(
    (name) => `${name}.${region}.${partitionOf(region)?.suffix}`,
  );
