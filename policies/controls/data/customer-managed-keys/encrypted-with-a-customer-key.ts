import { resourceCheck } from '../../../authoring/check.ts';
import { logGroup } from '../../../authoring/fixtures/log-group.ts';

/** Type to the property that names its key. Source: the CloudFormation reference of each type. */
const keyProperty: Readonly<Record<string, string>> = {
  'AWS::Backup::BackupVault': 'EncryptionKeyArn',
  'AWS::Backup::LogicallyAirGappedBackupVault': 'EncryptionKeyArn',
  'AWS::CloudTrail::Trail': 'KMSKeyId',
  'AWS::DynamoDB::Table': 'SSESpecification.KMSMasterKeyId',
  'AWS::EC2::Volume': 'KmsKeyId',
  'AWS::EFS::FileSystem': 'KmsKeyId',
  'AWS::Events::EventBus': 'KmsKeyIdentifier',
  'AWS::Kinesis::Stream': 'StreamEncryption.KeyId',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
  'AWS::Lambda::Function': 'KmsKeyArn',
  'AWS::Logs::LogGroup': 'KmsKeyId',
  'AWS::RDS::DBCluster': 'KmsKeyId',
  'AWS::RDS::DBInstance': 'KmsKeyId',
  'AWS::SNS::Topic': 'KmsMasterKeyId',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
  'AWS::SecretsManager::Secret': 'KmsKeyId',
  'AWS::StepFunctions::StateMachine': 'EncryptionConfiguration.KmsKeyId',
  'AWS::WorkSpacesWeb::Portal': 'CustomerManagedKey',
  'AWS::WorkSpacesWeb::UserSettings': 'CustomerManagedKey',
};

const group = (KmsKeyId?: unknown) => logGroup('/lpo/x', { KmsKeyId });

/** A key of AWS's own (`alias/aws/…`) cannot be disabled and its policy cannot be narrowed. */
export const check = resourceCheck({
  control: 'LPO-DAT-01',
  name: 'encrypted-with-a-customer-key',
  expected: 'the resource names a customer managed key',
  fix: 'give it the ARN of the matter’s or the vendor’s own key',
  types: Object.keys(keyProperty),
  judge(resource) {
    const property = keyProperty[resource.type] as string;
    if (resource.type === 'AWS::Lambda::Function' && resource.get('Environment') === undefined)
      return 'not applicable';
    const key = resource.text(property);
    return key && !/alias\/aws\//.test(key) ? [] : [{ property, got: resource.show(property) }];
  },
  good: { 'a key of the workspace': group({ 'Fn::GetAtt': ['Key', 'Arn'] }) },
  bad: { 'no key': group(), 'a key of AWS': group('alias/aws/logs') },
});
