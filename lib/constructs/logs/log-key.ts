import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { logGroupArn } from '../arns.ts';
import { SealedKey } from '../keys/sealed-key.ts';

export interface LogKeyProps {
  /** Full alias, `alias/` included. */
  readonly alias: string;
  /** Names of the log groups: one name, or `/lpo/<vendor>/*`. */
  readonly logGroups: string | readonly string[];
  /** @default 'Log groups' */
  readonly description?: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /** @default - nobody may retire the key */
  readonly custodianRoleArn?: string;
}

/** Key of one log group, or of those under one prefix; CloudWatch Logs alone uses it. */
export class LogKey extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: LogKeyProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const groups = [props.logGroups].flat().map((name) => logGroupArn(this, name));
    const operator = groups.some((arn) => arn.includes('*')) ? 'ArnLike' : 'ArnEquals';
    const key = new SealedKey(this, 'Key', {
      alias: props.alias,
      description: props.description ?? 'Log groups',
      deployRoleArn: props.deployRoleArn,
      ...(props.custodianRoleArn ? { custodianRoleArn: props.custodianRoleArn } : {}),
      usage: [
        new PolicyStatement({
          sid: 'LogGroups',
          principals: [new ServicePrincipal(`logs.${region}.${suffix}`)],
          actions: [
            'kms:Decrypt',
            'kms:DescribeKey',
            'kms:Encrypt',
            'kms:GenerateDataKey',
            'kms:ReEncryptFrom',
            'kms:ReEncryptTo',
          ],
          resources: ['*'],
          conditions: {
            [operator]: { 'kms:EncryptionContext:aws:logs:arn': groups.length === 1 ? groups[0] : groups },
          },
        }),
      ],
    });
    this.keyArn = key.keyArn;
  }
}
