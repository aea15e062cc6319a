import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const vpc = { Ref: 'Vpc' };
const parts = {
  Vpc: { Type: 'AWS::EC2::VPC' },
  Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/lpo/meridian/vpc-flow' } },
  FlowLog: {
    Type: 'AWS::EC2::FlowLog',
    Properties: {
      ResourceId: vpc,
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogGroupName: '/lpo/meridian/vpc-flow',
    },
  },
  Queries: {
    Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
    Properties: { DestinationArn: 'arn:aws:logs:eu-west-2:200000000001:log-group:/lpo/meridian/vpc-flow' },
  },
  QueriesOfVpc: {
    Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    Properties: { ResourceId: vpc, ResolverQueryLogConfigId: { Ref: 'Queries' } },
  },
};
const stack = (change: object): ExampleStacks => ({ 'meridian/Network': { ...parts, ...change } });
const flow = (properties: object) => ({
  FlowLog: { ...parts.FlowLog, Properties: { ...parts.FlowLog.Properties, ...properties } },
});

export const check = assemblyCheck({
  control: 'LPO-LOG-01',
  name: 'vpc-flow-and-dns-logged',
  expected: 'each VPC logs all flows and all DNS queries, to destinations that this assembly defines',
  fix: 'add AWS::EC2::FlowLog with TrafficType ALL and a ResolverQueryLoggingConfig with its association',
  judge(view) {
    const vpcs = view.ofType('AWS::EC2::VPC');
    if (vpcs.length === 0) return 'not applicable';
    return vpcs.flatMap((one) => {
      const at = { stack: one.stack.id, logicalId: one.resource.logicalId, property: '-' };
      const flows = view
        .ofType('AWS::EC2::FlowLog')
        .some(
          ({ stack, resource }) =>
            view.target(resource.get('ResourceId'), stack) === one &&
            resource.text('TrafficType') === 'ALL' &&
            resource.text('ResourceType') === 'VPC' &&
            (isLogGroup(view, resource.text('LogGroupName')) ||
              isKnownDestination(
                view,
                stack,
                resource.get('LogDestination'),
                resource.text('LogDestination'),
              )),
        );
      const queries = view
        .ofType('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation')
        .some(({ stack, resource }) => {
          if (view.target(resource.get('ResourceId'), stack) !== one) return false;
          const config = view.target(resource.get('ResolverQueryLogConfigId'), stack);
          return (
            config !== undefined &&
            isKnownDestination(
              view,
              config.stack,
              config.resource.get('DestinationArn'),
              config.resource.text('DestinationArn'),
            )
          );
        });
      return [
        ...(flows ? [] : [{ ...at, got: 'no flow log of all traffic to a known destination' }]),
        ...(queries ? [] : [{ ...at, got: 'no DNS query log to a known destination' }]),
      ];
    });
  },
  good: { both: stack({}) },
  bad: {
    'rejected flows only': stack(flow({ TrafficType: 'REJECT' })),
    'a destination elsewhere': stack(flow({ LogGroupName: '/elsewhere' })),
    'another network': stack(flow({ ResourceId: 'vpc-2' })),
    'no DNS association': stack({ QueriesOfVpc: { Type: 'AWS::EC2::DHCPOptions' } }),
    'DNS to elsewhere': stack({
      Queries: {
        ...parts.Queries,
        Properties: { DestinationArn: 'arn:aws:logs:eu-west-2:999999999999:log-group:/x' },
      },
    }),
  },
});

const isLogGroup = (view: AssemblyView, name: string | undefined): boolean =>
  name !== undefined &&
  view.ofType('AWS::Logs::LogGroup').some(({ resource }) => resource.text('LogGroupName') === name);

/** A log group or a bucket of this assembly, by reference or by a literal ARN. */
function isKnownDestination(
  view: AssemblyView,
  stack: Placed['stack'],
  value: unknown,
  text: string | undefined,
): boolean {
  if (view.target(value, stack)) return true;
  const [, , service, , account, ...rest] = text?.split(':') ?? [];
  if (service === 'logs')
    return view
      .ofType('AWS::Logs::LogGroup')
      .some((group) => group.stack.account === account && group.resource.text('LogGroupName') === rest[1]);
  const bucket = rest.join(':').split('/')[0];
  return (
    service === 's3' &&
    view.ofType('AWS::S3::Bucket').some(({ resource }) => resource.text('BucketName') === bucket)
  );
}
