import { partitionOfRegion } from '../model/aws-regions.ts';
import { killSwitchEnvironment } from '../model/kill-switch-environment.ts';
import {
  alertTopicName,
  containmentRoleName,
  logBucketName,
  quarantineRoleName,
  stateBucketName,
} from '../model/names.ts';
import { functionsOf } from '../profile/functions-of.ts';
import { zonesOf } from '../profile/zones-of.ts';
import type { Measure, Resources } from './need.ts';
import type { VendorFacts } from './vendor-facts.ts';

/** The `KillSwitch` stack of a vendor, in the security account. */
export const killSwitchResources: Resources = {
  'AWS::KMS::Key': 2,
  'AWS::KMS::Alias': 2,
  'AWS::IAM::Role': 3,
  'AWS::IAM::ManagedPolicy': 4,
  'AWS::Logs::LogGroup': 2,
  'AWS::Lambda::Function': 1,
  'AWS::StepFunctions::StateMachine': 1,
  'AWS::SNS::Topic': 1,
  'AWS::SNS::TopicPolicy': 1,
};

/** Settings of the kill switch's function, which name every matter. AWS does not say how it counts: as JSON is more. */
export function killSwitchSettings({ organization, vendor: facts }: VendorFacts): Measure {
  const { vendor, account, region, matters } = facts;
  const { accounts } = organization;
  const partition = partitionOfRegion.get(region) ?? 'aws';
  const environment = killSwitchEnvironment({
    vendor,
    vendorAccount: account,
    partition,
    matters: matters.map((matter) => ({
      id: matter.id,
      zones: zonesOf(matter),
      functions: functionsOf(matter),
    })),
    stateBucketName: stateBucketName(vendor, account, region),
    evidenceBucketName: logBucketName('evidence', vendor, accounts.logArchive, region),
    topicArn: `arn:${partition}:sns:${region}:${accounts.security}:${alertTopicName(vendor)}`,
    containmentRoleArn: `arn:${partition}:iam::${account}:role/${containmentRoleName(vendor)}`,
    quarantineRoleArn: `arn:${partition}:iam::${accounts.management}:role/${quarantineRoleName(vendor)}`,
  });
  return {
    quota: 'lambda-environment',
    of: 'settings of the kill switch, which name every matter',
    value: Buffer.byteLength(JSON.stringify(environment)),
  };
}
