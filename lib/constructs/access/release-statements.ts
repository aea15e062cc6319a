import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import {
  canaryRoleName,
  namesOfMatters,
  suspendedPersonPolicyName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../model/names.ts';
import { vendorFunctions } from '../../model/oversight-roles.ts';
import type { Permission } from '../../model/permission.ts';
import { statePrefixes } from '../../model/state-keys.ts';
import { principalTag, tagKeys } from '../../model/tag-keys.ts';
import { bucketArn, policyArn, roleArn } from '../arns.ts';

export interface ReleaseProps {
  /** Construct in the vendor's account, whose ARNs the statements name. */
  readonly scope: IConstruct;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Name of the bucket that holds suspensions and VPN sessions. */
  readonly stateBucketName: string;
}

/**
 * Permissions of the second person, who reinstates what a kill switch suspended: detach the policies that deny
 * everything, and no other; put VPN rules back; lift suspensions. Keys are enabled by their own policies.
 * Who throws the switch has none of this.
 */
export function releaseStatements(props: ReleaseProps): Permission[] {
  const { scope, vendor, stateBucketName } = props;
  const role = (name: string) => roleArn(scope, name);
  const mfa = { StringEquals: { [principalTag(tagKeys.mfa)]: 'true' } };
  return [
    {
      sid: 'LiftSuspensions',
      actions: ['s3:DeleteObject'],
      resources: [bucketArn(scope, stateBucketName, `${statePrefixes.suspended}/*`)],
      conditions: mfa,
    },
    {
      sid: 'SeeOtherIncidents',
      actions: ['s3:ListBucket'],
      resources: [bucketArn(scope, stateBucketName)],
      conditions: mfa,
    },
    {
      sid: 'DetachSuspensions',
      actions: ['iam:DetachRolePolicy'],
      resources: [
        role(namesOfMatters(vendor)),
        role(canaryRoleName(vendor)),
        ...vendorFunctions.map((fn) => role(vendorRoleName(vendor, fn))),
      ],
      conditions: {
        ...mfa,
        ArnLike: {
          'iam:PolicyARN': [suspendedPolicyName(vendor), suspendedPersonPolicyName(vendor, 'p-*')].map(
            (name) => policyArn(scope, name),
          ),
        },
      },
    },
    {
      sid: 'PutVpnRulesBack',
      actions: ['ec2:AuthorizeClientVpnIngress'],
      resources: [
        Stack.of(scope).formatArn({ service: 'ec2', resource: 'client-vpn-endpoint', resourceName: '*' }),
      ],
      conditions: mfa,
    },
  ];
}
