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
import { SealedKey } from '../keys/sealed-key';

export interface AlertTopicProps {
  readonly topicName: string;
  /** Full alias of the key, `alias/` included. */
  readonly keyAlias: string;
  readonly deployRoleArn: string;
  /**
   * Role of this account that publishes, beside EventBridge and CloudWatch. It must exist.
   *
   * @default - none
   */
  readonly publisherRoleArn?: string;
}

/** Where alarms go: encrypted, for publishers of this account only. Messages carry ids, never names. */
export class AlertTopic extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const services = ['cloudwatch', 'events'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`));
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': account } };
    const publisher = props.publisherRoleArn ? [new ArnPrincipal(props.publisherRoleArn)] : undefined;
    const key = new SealedKey(this, 'Key', {
      alias: props.keyAlias,
      description: 'Alerts',
      deployRoleArn: props.deployRoleArn,
      usage: [
        new PolicyStatement({
          sid: 'AlarmsAndRules',
          principals: services,
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: ['*'],
          conditions: ofThisAccount,
        }),
        ...(publisher
          ? [
              new PolicyStatement({
                sid: 'FunctionThroughSns',
                principals: publisher,
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
            sid: 'AlarmsAndRules',
            principals: services,
            actions: ['sns:Publish'],
            resources: [topic.ref],
            conditions: ofThisAccount,
          }),
          ...(publisher
            ? [
                new PolicyStatement({
                  sid: 'Function',
                  principals: publisher,
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
