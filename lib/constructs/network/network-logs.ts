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
import { logGroupArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface NetworkLogsProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** VPC of the workspace. */
  readonly vpc: IVpc;
  /** Name of the log group for VPC flow logs. */
  readonly flowLogGroupName: string;
  /** Name of the log group for DNS queries. */
  readonly dnsLogGroupName: string;
}

/** Every packet's verdict and every DNS question, to encrypted log groups. */
export class NetworkLogs extends Construct {
  constructor(scope: Construct, id: string, props: NetworkLogsProps) {
    super(scope, id);
    const { account } = Stack.of(this);

    const role = new Role(this, 'FlowLogRole', {
      roleName: logDeliveryRoleName(props.vendor, 'flow'),
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'ec2',
              resource: 'vpc-flow-log',
              resourceName: '*',
            }),
          },
        },
      }),
    });
    const policy = new ManagedPolicy(this, 'FlowLogPolicy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          resources: [`${logGroupArn(this, props.flowLogGroupName)}:*`],
        }),
      ],
    });
    acknowledge(policy, {
      rule: `AwsSolutions-IAM5[Resource::${logGroupArn(this, props.flowLogGroupName)}:*]`,
      reason: 'The wildcard stands for the streams of one named log group; flow logs name them at run time.',
      ...platformSecurityReview,
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
      destinationArn: logGroupArn(this, props.dnsLogGroupName),
    });
    new CfnResolverQueryLoggingConfigAssociation(this, 'DnsQueriesOfVpc', {
      resolverQueryLogConfigId: queries.attrId,
      resourceId: props.vpc.vpcId,
    });
  }
}
