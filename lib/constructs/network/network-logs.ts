import { Stack } from 'aws-cdk-lib';
import { CfnFlowLog, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnResolverQueryLoggingConfig,
  CfnResolverQueryLoggingConfigAssociation,
} from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { logDeliveryRoleName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';

export interface NetworkLogsProps {
  readonly vendor: string;
  readonly vpc: IVpc;
  readonly flowLogGroupName: string;
  readonly dnsLogGroupName: string;
}

/** Every packet's verdict and every DNS question, to encrypted log groups. */
export class NetworkLogs extends Construct {
  constructor(scope: Construct, id: string, props: NetworkLogsProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const arnOf = (name: string) => `arn:${partition}:logs:${region}:${account}:log-group:${name}`;

    const role = new Role(this, 'FlowLogRole', {
      roleName: logDeliveryRoleName(props.vendor, 'flow'),
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*` },
        },
      }),
    });
    const policy = new ManagedPolicy(this, 'FlowLogPolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [`${arnOf(props.flowLogGroupName)}:*`],
        }),
      ],
    });
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${arnOf(props.flowLogGroupName)}:*]`,
      reason: 'The wildcard stands for the streams of one named log group; flow logs name them at run time.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });

    new CfnFlowLog(this, 'FlowLog', {
      resourceId: props.vpc.vpcId,
      resourceType: 'VPC',
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logGroupName: props.flowLogGroupName,
      deliverLogsPermissionArn: role.roleArn,
      maxAggregationInterval: 60,
    });

    const queries = new CfnResolverQueryLoggingConfig(this, 'DnsQueries', {
      destinationArn: arnOf(props.dnsLogGroupName),
    });
    new CfnResolverQueryLoggingConfigAssociation(this, 'DnsQueriesOfVpc', {
      resolverQueryLogConfigId: queries.attrId,
      resourceId: props.vpc.vpcId,
    });
  }
}
