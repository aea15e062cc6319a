import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  canaryRoleName,
  suspendedPersonPolicyName,
  suspendedPolicyName,
  vendorRoleName,
} from '../../model/names.ts';
import { statePrefixes } from '../../model/state-keys.ts';
import { mfaTag } from './federated-trust.ts';

export interface ReleaseProps {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly vendor: string;
  readonly stateBucketName: string;
}

/**
 * What the second person needs to turn on again what a kill switch turned off: detach the policies that deny
 * everything, and no other; put VPN rules back; lift suspensions. Keys are enabled by their own policies.
 * Who throws the switch has none of this.
 */
export function releaseStatements(props: ReleaseProps): PolicyStatement[] {
  const { partition, account, region, vendor, stateBucketName } = props;
  const iam = `arn:${partition}:iam::${account}`;
  const role = (name: string) => `${iam}:role/${name}`;
  const mfa = { StringEquals: { [`aws:PrincipalTag/${mfaTag}`]: 'true' } };
  return [
    new PolicyStatement({
      sid: 'LiftSuspensions',
      actions: ['s3:DeleteObject'],
      resources: [`arn:${partition}:s3:::${stateBucketName}/${statePrefixes.suspended}/*`],
      conditions: mfa,
    }),
    new PolicyStatement({
      sid: 'SeeOtherIncidents',
      actions: ['s3:ListBucket'],
      resources: [`arn:${partition}:s3:::${stateBucketName}`],
      conditions: mfa,
    }),
    new PolicyStatement({
      sid: 'DetachSuspensions',
      actions: ['iam:DetachRolePolicy'],
      resources: [
        role(`lpo-${vendor}-m-*`),
        role(canaryRoleName(vendor)),
        ...(['auditor', 'key-custodian'] as const).map((fn) => role(vendorRoleName(vendor, fn))),
      ],
      conditions: {
        ...mfa,
        ArnLike: {
          'iam:PolicyARN': [suspendedPolicyName(vendor), suspendedPersonPolicyName(vendor, 'p-*')].map(
            (name) => `${iam}:policy/${name}`,
          ),
        },
      },
    }),
    new PolicyStatement({
      sid: 'PutVpnRulesBack',
      actions: ['ec2:AuthorizeClientVpnIngress'],
      resources: [`arn:${partition}:ec2:${region}:${account}:client-vpn-endpoint/*`],
      conditions: mfa,
    }),
  ];
}
