import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { logGroup } from '../../../authoring/fixtures/log-group.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { logsToDefinedDestination } from '../../../reading/logs-to-defined-destination.ts';

const group = 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/vpc-flow';
const stack = (
  destination: unknown,
  association: Readonly<Record<string, unknown>> = {
    ResourceId: { Ref: 'Vpc' },
    ResolverQueryLogConfigId: { Ref: 'Queries' },
  },
): ExampleStacks => ({
  'meridian/Network': {
    Vpc: vpc(),
    Group: logGroup('/lpo/meridian/vpc-flow'),
    Queries: {
      Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
      Properties: { DestinationArn: destination },
    },
    QueriesOfVpc: {
      Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
      Properties: association,
    },
  },
});

export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'vpc-dns-queries-logged',
  expected: 'each VPC logs all DNS queries, to a destination that this assembly defines',
  fix: 'add a ResolverQueryLoggingConfig to a log group or bucket of the assembly, and its association with the VPC',
  judge(view) {
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (vpcs.length === 0) return 'not applicable';
    const logged = view
      .ofType('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation')
      .flatMap(({ stack: at, resource }) => {
        const config = view.target(resource.get('ResolverQueryLogConfigId'), at);
        return config && logsToDefinedDestination(view, config, 'DestinationArn')
          ? [view.target(resource.get('ResourceId'), at)]
          : [];
      });
    return vpcs
      .filter((vpc) => !logged.includes(vpc))
      .map((vpc) => ({
        stack: vpc.stack.id,
        logicalId: vpc.resource.logicalId,
        property: '-',
        got: 'no DNS query log to a known destination',
      }));
  },
  good: { 'by ARN': stack(group), 'by reference': stack({ 'Fn::GetAtt': ['Group', 'Arn'] }) },
  bad: {
    'no association': { 'meridian/Network': { Vpc: vpc() } },
    'to elsewhere': stack('arn:aws:logs:eu-west-2:999999999999:log-group:/x'),
    'of another network': stack(group, {
      ResourceId: 'vpc-2',
      ResolverQueryLogConfigId: { Ref: 'Queries' },
    }),
    'of another configuration': stack(group, {
      ResourceId: { Ref: 'Vpc' },
      ResolverQueryLogConfigId: 'rqlc-2',
    }),
  },
});
