/** Documented source that a service sends when it assumes a role in a customer's account. */
export interface ServiceTrust {
  /** True where `aws:SourceAccount` and `aws:SourceArn` are documented: then the trust has to ask for one. */
  readonly sendsSource: boolean;
  readonly source: string;
}

const docs = 'https://docs.aws.amazon.com';

/**
 * By service principal. Where no source is documented a condition on it shuts the service out, or may on any day;
 * who may pass the role guards it instead.
 */
const serviceTrust: Readonly<Record<string, ServiceTrust>> = {
  'backup.amazonaws.com': {
    sendsSource: false,
    source: `${docs}/aws-backup/latest/devguide/iam-service-roles.html`,
  },
  // Known to fail: prowler-cloud/prowler#4714.
  'cloudtrail.amazonaws.com': {
    sendsSource: false,
    source: `${docs}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  },
  'config.amazonaws.com': {
    sendsSource: true,
    source: `${docs}/config/latest/developerguide/iamrole-permissions.html`,
  },
  'events.amazonaws.com': {
    sendsSource: true,
    source: `${docs}/eventbridge/latest/userguide/eb-use-identity-based.html`,
  },
  'lambda.amazonaws.com': {
    sendsSource: false,
    source: `${docs}/lambda/latest/dg/lambda-intro-execution-role.html`,
  },
  'malware-protection-plan.guardduty.amazonaws.com': {
    sendsSource: false,
    source: `${docs}/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html`,
  },
  'scheduler.amazonaws.com': {
    sendsSource: true,
    source: `${docs}/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html`,
  },
  'states.amazonaws.com': {
    sendsSource: true,
    source: `${docs}/step-functions/latest/dg/procedure-create-iam-role.html`,
  },
  'vpc-flow-logs.amazonaws.com': {
    sendsSource: true,
    source: `${docs}/vpc/latest/userguide/flow-logs-iam-role.html`,
  },
};

/** A service that is not in the table has to be asked for its source, until somebody has looked it up. */
export const sendsSource = (service: string): boolean => serviceTrust[service]?.sendsSource ?? true;
