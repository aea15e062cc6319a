import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnLogGroup, CfnResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { dnsDeliveryPolicyName, logGroupName, restoreRecordRuleName } from '../../model/names.ts';
import { logGroupArn, ruleArn } from '../arns.ts';
import { LogKey } from './log-key.ts';

/** Log groups keep a year; what must be kept longer is in the log archive. */
export const logGroupRetentionDays = 365;

export interface WorkspaceLogsProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Full alias of the key, `alias/` included. */
  readonly keyAlias: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** ARN of the key custodian's role, which may disable keys and schedule their deletion. It must exist. */
  readonly custodianRoleArn: string;
}

/** Record of every restore and restore test, below `/lpo/<vendor>/`. */
export const restoreLogName = 'restores';

/** The CloudWatch Logs of a workspace: its groups under one key that CloudWatch Logs alone uses. */
export class WorkspaceLogs extends Construct {
  /** ARN of the key of the log groups. */
  readonly keyArn: string;
  /** Log group for VPC flow logs. */
  readonly flowLogGroup: CfnLogGroup;
  /** Log group for DNS queries. */
  readonly dnsLogGroup: CfnLogGroup;
  /** Log group for VPN connections. */
  readonly vpnLogGroup: CfnLogGroup;

  constructor(scope: Construct, id: string, props: WorkspaceLogsProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const groupArn = (name: string) => logGroupArn(this, name);
    const named = (log: string) => logGroupName(props.vendor, log);

    const key = new LogKey(this, 'LogKey', {
      alias: props.keyAlias,
      logGroups: named('*'),
      deployRoleArn: props.deployRoleArn,
      custodianRoleArn: props.custodianRoleArn,
    });
    this.keyArn = key.keyArn;
    const group = (groupId: string, name: string) => {
      const logGroup = new CfnLogGroup(this, groupId, {
        logGroupName: named(name),
        kmsKeyId: key.keyArn,
        retentionInDays: logGroupRetentionDays,
        deletionProtectionEnabled: true,
      });
      logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN);
      return logGroup;
    };
    this.flowLogGroup = group('FlowLogs', 'vpc-flow');
    this.dnsLogGroup = group('DnsLogs', 'dns-queries');
    this.vpnLogGroup = group('VpnLogs', 'vpn-connections');
    group('FunctionLogs', 'functions');
    const restores = group('RestoreLogs', restoreLogName);

    // EventBridge writes through both of its names.
    new CfnResourcePolicy(this, 'RestoreRecord', {
      policyName: restoreRecordRuleName(props.vendor),
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'RestoreRecord',
            Effect: 'Allow',
            Principal: { Service: ['delivery.logs.amazonaws.com', 'events.amazonaws.com'] },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `${groupArn(named(restoreLogName))}:*`,
            Condition: {
              ArnEquals: {
                'aws:SourceArn': ruleArn(this, restoreRecordRuleName(props.vendor)),
              },
              StringEquals: { 'aws:SourceAccount': account },
            },
          },
        ],
      }),
    }).addResourceDependency(restores);

    // Resolver query logging writes through the log delivery service, which needs a resource policy.
    new CfnResourcePolicy(this, 'DnsDelivery', {
      policyName: dnsDeliveryPolicyName(props.vendor),
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'ResolverQueryLogDelivery',
            Effect: 'Allow',
            Principal: { Service: 'delivery.logs.amazonaws.com' },
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: `${groupArn(named('dns-queries'))}:*`,
            Condition: {
              StringEquals: { 'aws:SourceAccount': account },
              ArnLike: {
                'aws:SourceArn': Stack.of(this).formatArn({
                  service: 'logs',
                  resource: '*',
                  arnFormat: ArnFormat.NO_RESOURCE_NAME,
                }),
              },
            },
          },
        ],
      }),
    }).addResourceDependency(this.dnsLogGroup);
  }
}
