import { Arn, ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import { boundaryName, copyBackRoleName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { everyKeyArn, recoveryPointsArn, roleArn } from '../arns.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface CopyBackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the organization, `o-` and 10 to 32 characters: principals outside it are refused. */
  readonly organizationId: string;
  /** Account whose people start a copy, with MFA. */
  readonly securityAccount: string;
  /** ARN of the vendor's own vault, the only place copies go to. */
  readonly primaryVaultArn: string;
}

/**
 * The way back when the vendor's own vault is lost: a person of the security account starts a copy, and AWS
 * Backup carries it into that vault. Neither can restore, read or delete anything.
 */
export class CopyBack extends Construct {
  constructor(scope: Construct, id: string, props: CopyBackProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const { vendor } = props;
    const points = recoveryPointsArn(this);
    const { region: vendorRegion, account: vendorAccount } = Arn.split(
      props.primaryVaultArn,
      ArnFormat.COLON_RESOURCE_NAME,
    );
    const keys = [everyKeyArn(this), everyKeyArn(this, { account: vendorAccount, region: vendorRegion })];
    const suffix = RegionInfo.get(region).domainSuffix ?? 'amazonaws.com';
    const allow = (sid: string, actions: string[], resources: string[], conditions = {}) =>
      new PolicyStatement({ sid, actions, resources, conditions });
    const carries = [
      allow('From', ['backup:CopyFromBackupVault'], [points], {
        'ForAllValues:ArnEquals': { 'backup:CopyTargets': props.primaryVaultArn },
        Null: { 'backup:CopyTargets': 'false' },
      }),
      allow('Into', ['backup:CopyIntoBackupVault'], [props.primaryVaultArn]),
      allow('Tags', ['backup:TagResource'], [points]),
      allow('VaultKeys', ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], keys, {
        StringEquals: {
          'kms:ViaService': [...new Set([region, vendorRegion])].map((at) => `backup.${at}.${suffix}`),
        },
      }),
    ];
    const serviceRoleArn = roleArn(this, copyBackRoleName(vendor, 'service'));
    const starts = [
      allow('Start', ['backup:StartCopyJob'], [points]),
      allow('PassOneRole', ['iam:PassRole'], [serviceRoleArn], {
        StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' },
      }),
      allow(
        'Watch',
        [
          'backup:DescribeCopyJob',
          'backup:DescribeRecoveryPoint',
          'backup:ListCopyJobs',
          'backup:ListRecoveryPointsByBackupVault',
          'backup:ListTags',
        ],
        ['*'],
      ),
    ];
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: boundaryName(vendor, 'copy-back'),
      description: 'Permissions boundary: copies back to the vendor’s vault',
      statements: [...carries, ...starts].map((statement) => statement.copy()),
    });
    const service = new Role(this, 'Service', {
      roleName: copyBackRoleName(vendor, 'service'),
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      permissionsBoundary: boundary,
    });
    const operator = new Role(this, 'Operator', {
      roleName: copyBackRoleName(vendor, 'operator'),
      assumedBy: new AccountPrincipal(props.securityAccount).withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
      }),
      permissionsBoundary: boundary,
      maxSessionDuration: Duration.hours(1),
    });
    const policies = {
      service: new ManagedPolicy(this, 'ServicePolicy', { roles: [service], statements: carries }),
      operator: new ManagedPolicy(this, 'OperatorPolicy', { roles: [operator], statements: starts }),
    };
    const granted = [
      { policy: boundary, resources: ['*', points, ...keys] },
      { policy: policies.service, resources: [points, ...keys] },
      { policy: policies.operator, resources: ['*', points] },
    ];
    for (const { policy, resources } of granted)
      acknowledge(policy, {
        rule: resources.map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
        reason:
          'AWS Backup numbers recovery points itself; each vault’s policy and each key’s policy name who works with it.',
        ...platformSecurityReview,
      });
  }
}
