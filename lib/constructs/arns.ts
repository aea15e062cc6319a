import { Arn, type ArnComponents, ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';

// ARNs from names that are known before deployment (lib/model/names.ts), so that a policy can name what another
// stack or another account makes.

/** Home of an ARN: a construct, for its stack's partition, account and Region, or these three. */
export type Home =
  | IConstruct
  | { readonly partition: string; readonly account: string; readonly region: string };

/** Account and Region of a resource that lies elsewhere than the construct that names it. */
export interface Elsewhere {
  /** Account, twelve digits. @default - the account of the construct's stack */
  readonly account?: string;
  /** Region, for example `eu-west-2`. @default - the Region of the construct's stack */
  readonly region?: string;
}

/** IAM is global: its ARNs carry no Region. `name` may hold `*`; `account` may be `*` too. */
export const roleArn = (home: Home, name: string, account?: string): string =>
  iamArn(home, 'role', name, account);

/** ARN of a customer managed policy. */
export const policyArn = (home: Home, name: string, account?: string): string =>
  iamArn(home, 'policy', name, account);

/** ARN of a SAML identity provider of the home's account. */
export const samlProviderArn = (home: Home, name: string): string => iamArn(home, 'saml-provider', name);

/** ARN of the MFA device of an IAM user. */
export const mfaDeviceArn = (home: Home, name: string): string => iamArn(home, 'mfa', name);

/** Principal that stands for everything in an account that its own IAM lets through. */
export const accountRootArn = (home: Home, account?: string): string =>
  format(home, {
    ...place({ account }),
    region: '',
    service: 'iam',
    resource: 'root',
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

/** ARN of a bucket, or with `key` of objects in it. Bucket ARNs carry neither account nor Region. */
export const bucketArn = (home: Home, bucketName: string, key?: string): string =>
  format(home, {
    service: 's3',
    account: '',
    region: '',
    resource: key === undefined ? bucketName : `${bucketName}/${key}`,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

/** ARN of an S3 access point, by its name. */
export const accessPointArn = (home: Home, name: string): string =>
  format(home, { service: 's3', resource: 'accesspoint', resourceName: name });

/** Every KMS key of an account in one Region: a key's id is not known before it is made. */
export const everyKeyArn = (home: Home, elsewhere: Elsewhere = {}): string =>
  format(home, { ...place(elsewhere), service: 'kms', resource: 'key', resourceName: '*' });

/** ARN of a KMS alias; `alias` is whole, `alias/` included. */
export const aliasArn = (home: Home, alias: string, account?: string): string =>
  format(home, {
    ...place({ account }),
    service: 'kms',
    resource: alias,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

/** ARN of a log group without the `:*` that stands for its streams. */
export const logGroupArn = (home: Home, logGroupName: string): string =>
  format(home, {
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ARN of a backup vault, by its name. */
export const backupVaultArn = (home: Home, vaultName: string, elsewhere: Elsewhere = {}): string =>
  format(home, {
    ...place(elsewhere),
    service: 'backup',
    resource: 'backup-vault',
    resourceName: vaultName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Every recovery point of the home's account: AWS Backup numbers them itself. */
export const recoveryPointsArn = (home: Home): string =>
  format(home, {
    service: 'backup',
    resource: 'recovery-point',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ARN of a Lambda function, by its name. */
export const functionArn = (home: Home, functionName: string): string =>
  format(home, {
    service: 'lambda',
    resource: 'function',
    resourceName: functionName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** ARN of an SNS topic, by its name. */
export const topicArn = (home: Home, topicName: string): string =>
  format(home, {
    service: 'sns',
    resource: topicName,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

/** ARNs of a state machine and of its executions, whose names Step Functions makes up. */
export const stateMachineArns = (home: Home, machineName: string) => {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  const of = (resource: string, resourceName: string): string =>
    format(home, { service: 'states', resource, resourceName, arnFormat });
  return {
    stateMachine: of('stateMachine', machineName),
    executions: of('execution', `${machineName}:*`),
  };
};

/** ARN of an EventBridge rule on the default bus. */
export const ruleArn = (home: Home, ruleName: string): string =>
  format(home, { service: 'events', resource: 'rule', resourceName: ruleName });

/** ARN of a CloudTrail trail, by its name. */
export const trailArn = (home: Home, trailName: string, elsewhere: Elsewhere = {}): string =>
  format(home, {
    ...place(elsewhere),
    service: 'cloudtrail',
    resource: 'trail',
    resourceName: trailName,
  });

const iamArn = (home: Home, resource: string, resourceName: string, account?: string): string =>
  format(home, { ...place({ account }), region: '', service: 'iam', resource, resourceName });

function format(home: Home, components: ArnComponents): string {
  const { partition, account, region } = Construct.isConstruct(home) ? Stack.of(home) : home;
  return Arn.format({ partition, account, region, ...components });
}

/** An absent component stands for the home's own; one that is undefined must be absent. */
const place = ({ account, region }: { account?: string | undefined; region?: string | undefined }) => ({
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
});
