import { AuthorizeClientVpnIngressCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DetachRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, EnableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DetachPolicyCommand,
  OrganizationsClient,
  paginateListPolicies,
} from '@aws-sdk/client-organizations';
import { DeleteObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { UnusableInputError } from '../../model/finding.ts';
import { quarantinePolicyName } from '../../model/names.ts';
import { statePrefixes } from '../../model/state-keys.ts';
import type { ReinstatementControl } from '../reinstatement/reinstatement-control.ts';
import { reinstatementFinding, type VpnRule } from '../reinstatement/reinstatement-plan.ts';
import { readSuspension, type Suspension } from '../reinstatement/standing.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling, errorName } from './aws-failure.ts';

export interface AwsReinstatementProps {
  readonly region: string;
  readonly stateBucket: string;
  readonly access: AwsAccess;
  /**
   * Profile of the shared configuration for the management account.
   *
   * @default - the quarantine can be neither seen nor lifted
   */
  readonly managementProfile?: string | undefined;
}

/** A reinstatement in AWS, as the vendor's key custodian; the quarantine as the organization's administrator. */
export class AwsReinstatementControl implements ReinstatementControl {
  private readonly ec2: EC2Client;
  private readonly iam: IAMClient;
  private readonly kms: KMSClient;
  private readonly s3: S3Client;

  constructor(private readonly props: AwsReinstatementProps) {
    const config = clientConfig(props.region, props.access);
    this.ec2 = new EC2Client(config);
    this.iam = new IAMClient(config);
    this.kms = new KMSClient(config);
    this.s3 = new S3Client({ ...config, forcePathStyle: props.access.endpointUrl !== undefined });
  }

  async standing(): Promise<readonly Suspension[]> {
    const { stateBucket: Bucket } = this.props;
    return calling('s3:ListBucket', Bucket, async () => {
      const found: Suspension[] = [];
      const pages = paginateListObjectsV2(
        { client: this.s3 },
        { Bucket, Prefix: `${statePrefixes.suspended}/` },
      );
      for await (const { Contents } of pages)
        for (const { Key = '', LastModified } of Contents ?? []) {
          const suspension = LastModified && readSuspension(Key, LastModified.toISOString());
          if (!suspension) throw new Error(`${Key} is no suspension`);
          found.push(suspension);
        }
      return found;
    });
  }

  async enableKey(alias: string): Promise<boolean> {
    const { KeyMetadata: key } = await calling('kms:DescribeKey', alias, () =>
      this.kms.send(new DescribeKeyCommand({ KeyId: alias })),
    );
    if (key?.KeyState === 'Enabled') return false;
    if (key?.KeyState !== 'Disabled')
      throw new UnusableInputError([
        reinstatementFinding(
          'REINSTATE-KEY',
          alias,
          key?.KeyState ?? 'no state',
          'Disabled',
          'find out who did this: no switch deletes or imports',
        ),
      ]);
    await calling('kms:EnableKey', alias, () => this.kms.send(new EnableKeyCommand({ KeyId: key.KeyId })));
    return true;
  }

  detach(RoleName: string, PolicyArn: string): Promise<boolean> {
    return changed('iam:DetachRolePolicy', RoleName, /^NoSuchEntity/, () =>
      this.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn })),
    );
  }

  authorize({ endpoint, description, group, cidr }: VpnRule): Promise<boolean> {
    return changed(
      'ec2:AuthorizeClientVpnIngress',
      description,
      /^InvalidClientVpnDuplicateAuthorizationRule/,
      () =>
        this.ec2.send(
          new AuthorizeClientVpnIngressCommand({
            ClientVpnEndpointId: endpoint,
            TargetNetworkCidr: cidr,
            AccessGroupId: group,
            Description: description,
          }),
        ),
    );
  }

  async liftQuarantine(TargetId: string): Promise<boolean | undefined> {
    const { managementProfile: profile, access } = this.props;
    if (profile === undefined) return undefined;
    // Organizations answers in one region; the profile's own credentials, never the custodian's.
    const { credentials: _, ...config } = clientConfig('us-east-1', access);
    const client = new OrganizationsClient({ ...config, profile });
    try {
      const PolicyId = await calling('organizations:ListPolicies', profile, () => quarantineId(client));
      return await changed('organizations:DetachPolicy', TargetId, /^PolicyNotAttached/, () =>
        client.send(new DetachPolicyCommand({ PolicyId, TargetId })),
      );
    } finally {
      client.destroy();
    }
  }

  async liftSuspension(Key: string): Promise<void> {
    const { stateBucket: Bucket } = this.props;
    await calling('s3:DeleteObject', Key, () => this.s3.send(new DeleteObjectCommand({ Bucket, Key })));
  }

  destroy(): void {
    for (const client of [this.ec2, this.iam, this.kms, this.s3]) client.destroy();
  }
}

/** False when the service says that it is so already. */
const changed = (
  doing: string,
  place: string,
  already: RegExp,
  call: () => Promise<unknown>,
): Promise<boolean> =>
  calling(doing, place, async () => {
    try {
      await call();
      return true;
    } catch (error) {
      if (already.test(errorName(error))) return false;
      throw error;
    }
  });

async function quarantineId(client: OrganizationsClient): Promise<string> {
  for await (const { Policies } of paginateListPolicies({ client }, { Filter: 'SERVICE_CONTROL_POLICY' })) {
    const id = Policies?.find(({ Name }) => Name === quarantinePolicyName)?.Id;
    if (id) return id;
  }
  throw new Error(`no service control policy ${quarantinePolicyName}`);
}
