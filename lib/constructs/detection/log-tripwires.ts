import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { logGroupName, tripwireName } from '../../model/names.ts';

/** A pattern in a log group that raises an alarm. */
export interface LogTripwire {
  /** Short name, lower case with hyphens; it becomes part of a physical name. */
  readonly name: string;
  /** The event in words, for the description and the message. */
  readonly what: string;
  /** Log group the filter reads. */
  readonly log: 'trail' | 'dns-queries' | 'connect';
  /**
   * Filter pattern of CloudWatch Logs.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
   */
  readonly filter: string;
  /** Matches within five minutes that raise the alarm. @default 1 */
  readonly threshold?: number;
}

const anyOf = (...names: string[]): string => names.map((name) => `($.eventName = "${name}")`).join(' || ');

/** @param breakGlass name of the break-glass role. */
export const logTripwires = (breakGlass: string): readonly LogTripwire[] => [
  {
    name: 'endpoint-denial',
    what: 'A VPC endpoint refused a call: somebody tried to take data elsewhere',
    log: 'trail',
    filter: '{ $.errorCode = "VpceAccessDenied" }',
  },
  {
    name: 'saml-provider-change',
    what: 'Who may sign in was changed',
    log: 'trail',
    filter: `{ ${anyOf('UpdateSAMLProvider', 'CreateSAMLProvider', 'DeleteSAMLProvider')} }`,
  },
  {
    name: 'break-glass-use',
    what: 'Somebody broke the glass',
    log: 'trail',
    filter: `{ ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "*:role/${breakGlass}") }`,
  },
  {
    name: 'root-use',
    what: 'The root user did something',
    log: 'trail',
    filter:
      '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  },
  {
    name: 'sign-in-without-mfa',
    what: 'A console sign-in without MFA',
    log: 'trail',
    filter:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type != "AssumedRole") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  {
    name: 'iam-change',
    what: 'A role or policy was changed',
    log: 'trail',
    filter: `{ ${anyOf(
      'AttachRolePolicy',
      'CreatePolicyVersion',
      'DeleteRolePermissionsBoundary',
      'DetachRolePolicy',
      'PutRolePermissionsBoundary',
      'PutRolePolicy',
      'SetDefaultPolicyVersion',
      'UpdateAssumeRolePolicy',
      'CreateUser',
      'CreateAccessKey',
    )} }`,
  },
  // A key custodian can do by hand, alone, what a release does with two approvals.
  {
    name: 'suspension-lifted',
    what: 'A suspension was lifted: compare with the release that two people approved',
    log: 'trail',
    filter: '{ ($.eventName = "DeleteObject") && ($.requestParameters.key = "suspended/*") }',
  },
  {
    name: 'mass-refusal',
    what: 'Many calls were denied: somebody is trying doors',
    log: 'trail',
    filter: '{ ($.errorCode = "AccessDenied*") || ($.errorCode = "*UnauthorizedOperation") }',
    threshold: 20,
  },
  {
    name: 'mass-download',
    what: 'Far more objects were read than a person reviews',
    log: 'trail',
    filter:
      '{ ($.eventName = "GetObject") && ($.userIdentity.type = "AssumedRole") && ($.errorCode NOT EXISTS) }',
    threshold: 1000,
  },
  // Devices ask for names of their own from the first minute of a connection; a refused one carries nothing out.
  {
    name: 'dns-block',
    what: 'Far more names were refused than devices ask for by themselves: somebody tries to talk through DNS',
    log: 'dns-queries',
    filter: '{ $.firewall_rule_action = "BLOCK" }',
    threshold: 5000,
  },
  {
    name: 'vpn-from-elsewhere',
    what: 'A VPN connection from a place or country that is not registered',
    log: 'connect',
    filter: '{ ($.event = "connect-decision") && (($.code = "PLACE") || ($.code = "COUNTRY")) }',
  },
  {
    name: 'vpn-across-a-wall',
    what: 'Somebody on the other side of an information barrier tried to connect',
    log: 'connect',
    filter: '{ ($.event = "connect-decision") && ($.code = "WALL") }',
  },
  {
    name: 'vpn-beyond-roster',
    what: "The directory's groups and the roster disagree",
    log: 'connect',
    filter: '{ ($.event = "connect-decision") && ($.code = "GROUP-BEYOND-ROSTER") }',
  },
];

export interface LogTripwiresProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** ARN of the encrypted SNS topic that alarms publish to. */
  readonly topicArn: string;
  /** Name of the role for an emergency without the identity provider. */
  readonly breakGlassRoleName: string;
  /** True where the vendor has a trail of its own, and with it a log group to watch. */
  readonly ownTrail: boolean;
}

/** Metric filters and their alarms. Where the organization has the trail, its account watches the trail. */
export class LogTripwires extends Construct {
  constructor(scope: Construct, id: string, props: LogTripwiresProps) {
    super(scope, id);
    const { vendor } = props;
    const metricNamespace = `lpo/${vendor}`;
    const watched = logTripwires(props.breakGlassRoleName).filter(
      ({ log }) => log !== 'trail' || props.ownTrail,
    );
    for (const { name, what, log, filter, threshold } of watched) {
      const metric = new CfnMetricFilter(this, `${name}-filter`, {
        filterName: tripwireName(vendor, name),
        logGroupName: logGroupName(vendor, log),
        filterPattern: filter,
        metricTransformations: [{ metricNamespace, metricName: name, metricValue: '1', defaultValue: 0 }],
      });
      new CfnAlarm(this, name, {
        alarmName: tripwireName(vendor, name),
        alarmDescription: what,
        namespace: metricNamespace,
        metricName: name,
        statistic: 'Sum',
        period: 300,
        evaluationPeriods: 1,
        threshold: threshold ?? 1,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        treatMissingData: 'notBreaching',
        alarmActions: [props.topicArn],
      }).addResourceDependency(metric);
    }
  }
}
