import { each, type Need, type Resources, sum } from './need.ts';

/** Resources of the stack of `cdk bootstrap`, called as `lpo guide` calls it. */
export const bootstrapResources: Resources = sum(
  each(1, [
    'AWS::KMS::Key',
    'AWS::KMS::Alias',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::ECR::Repository',
    'AWS::SSM::Parameter',
  ]),
  { 'AWS::IAM::Role': 5, 'AWS::IAM::Policy': 2 },
);

/** The bootstrap stack, and the account with the policy that limits its deployments. */
export const bootstrapNeeds = (account: string, region: string): readonly Need[] => [
  { id: `CDKToolkit ${account} ${region}`, account, region, resources: bootstrapResources },
  {
    id: `account ${account}`,
    account,
    region,
    byHand: true,
    resources: each(1, ['AWS::Organizations::Account', 'AWS::IAM::ManagedPolicy']),
  },
];
