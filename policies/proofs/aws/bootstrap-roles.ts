/** Version of the bootstrap that the template of aws-cdk 2.1148.1 makes; a test compares. */
export const bootstrapVersion = 33;

/** Placeholders of the statements: what `cdk bootstrap` fills in. */
export interface BootstrapPlace {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly executionRole: string;
  /** Name of the bucket for assets. */
  readonly assets: string;
  /** Name of the SSM parameter that holds the version, with its slash. */
  readonly versionParameter: string;
}

/**
 * Statements of the roles that the CDK command line assumes, as far as a deployment uses it: the template of
 * `cdk bootstrap` gives it, and a test compares. Of AWSCloudFormationReadOnlyAccess the actions are written out that
 * the command line calls.
 * Source: bootstrap-template.yaml of aws-cdk 2.1148.1, AWS Managed Policy Reference.
 */
export const bootstrapRoles: Readonly<
  Record<'deploy' | 'file-publishing', (place: BootstrapPlace) => readonly object[]>
> = {
  deploy: ({ partition, account, region, executionRole, assets, versionParameter }) => [
    {
      Sid: 'DeployPermissions',
      Effect: 'Allow',
      Action: [
        'cloudformation:CreateChangeSet',
        'cloudformation:DeleteChangeSet',
        'cloudformation:ExecuteChangeSet',
        'cloudformation:CreateStack',
        'cloudformation:UpdateStack',
        'cloudformation:RollbackStack',
        'cloudformation:ContinueUpdateRollback',
      ],
      Resource: '*',
    },
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: executionRole },
    {
      Sid: 'CliPermissions',
      Effect: 'Allow',
      Action: [
        'cloudformation:DeleteStack',
        'cloudformation:UpdateTerminationProtection',
        'sts:GetCallerIdentity',
      ],
      Resource: '*',
    },
    {
      Sid: 'CliStagingBucket',
      Effect: 'Allow',
      Action: ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
      Resource: [`arn:${partition}:s3:::${assets}`, `arn:${partition}:s3:::${assets}/*`],
    },
    {
      Sid: 'PipelineCrossAccountArtifactsKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
    {
      Sid: 'ReadVersion',
      Effect: 'Allow',
      Action: ['ssm:GetParameter', 'ssm:GetParameters'],
      Resource: `arn:${partition}:ssm:${region}:${account}:parameter${versionParameter}`,
    },
    {
      Sid: 'AWSCloudFormationReadOnlyAccess',
      Effect: 'Allow',
      Action: [
        'cloudformation:Describe*',
        'cloudformation:EstimateTemplateCost',
        'cloudformation:Get*',
        'cloudformation:List*',
        'cloudformation:ValidateTemplate',
        'cloudformation:Detect*',
      ],
      Resource: '*',
    },
  ],
  'file-publishing': ({ partition, account, assets }) => [
    {
      Effect: 'Allow',
      Action: [
        's3:GetObject*',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:List*',
        's3:DeleteObject*',
        's3:PutObject*',
        's3:Abort*',
      ],
      Resource: [`arn:${partition}:s3:::${assets}`, `arn:${partition}:s3:::${assets}/*`],
      Condition: { StringEquals: { 'aws:ResourceAccount': [account] } },
    },
    {
      // Of the key that `--bootstrap-customer-key` makes, whose id no template tells.
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
      Resource: '*',
    },
  ],
};
