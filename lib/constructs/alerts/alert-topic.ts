import { Stack } from 'aws-cdk-lib';
import {
  AnyPrincipal,
  ArnPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { SealedKey } from '../keys/sealed-key.ts';

export interface AlertTopicProps {
  /** Name of the topic, at most 256 characters. */
  readonly topicName: string;
  /** Full alias of the key, `alias/` included. */
  readonly keyAlias: string;
  /** ARN of CloudFormation's execution role in this account, the only one that changes what is made here. */
  readonly deployRoleArn: string;
  /**
   * Roles of this account that publish, beside CloudWatch. They must exist. EventBridge publishes as a role: to an
   * encrypted topic it sends no source that a policy could ask for.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  readonly publisherRoleArns?: readonly string[];
}

/** Topic for alarms: encrypted, for publishers of this account only. Messages carry ids, never names. */
export class AlertTopic extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const services = [new ServicePrincipal('cloudwatch.amazonaws.com')];
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': account } };
    const publishers = (props.publisherRoleArns ?? []).map((arn) => new ArnPrincipal(arn));
    const key = new SealedKey(this, 'Key', {
      alias: props.keyAlias,
      description: 'Alerts',
      deployRoleArn: props.deployRoleArn,
      usage: [
        new PolicyStatement({
          sid: 'Alarms',
          principals: services,
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: ofThisAccount,
        }),
        ...(publishers.length > 0
          ? [
              new PolicyStatement({
                sid: 'PublishersThroughSns',
                principals: publishers,
                actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
                resources: ['*'],
                conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.${suffix}` } },
              }),
            ]
          : []),
      ],
    });
    const topic = new CfnTopic(this, 'Resource', { topicName: props.topicName, kmsMasterKeyId: key.keyArn });
    this.topicArn = topic.ref;
    new CfnTopicPolicy(this, 'Policy', {
      topics: [topic.ref],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'Alarms',
            principals: services,
            actions: ['sns:Publish'],
            resources: [topic.ref],
            conditions: ofThisAccount,
          }),
          ...(publishers.length > 0
            ? [
                new PolicyStatement({
                  sid: 'Publishers',
                  principals: publishers,
                  actions: ['sns:Publish'],
                  resources: [topic.ref],
                }),
              ]
            : []),
          new PolicyStatement({
            sid: 'TlsOnly',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['sns:Publish'],
            resources: [topic.ref],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      }),
    });
  }
}
