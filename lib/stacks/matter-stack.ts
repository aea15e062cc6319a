import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Matter, Vendor } from '../config/vendor-schema.ts';
import { federatedTrust } from '../constructs/access/federated-trust.ts';
import { MatterRoles } from '../constructs/matter/matter-roles.ts';
import { MatterVault } from '../constructs/matter/matter-vault.ts';
import { vaultAddress } from '../constructs/matter/vault-address.ts';
import { tagWorkspace } from '../constructs/tags/workspace-tags.ts';
import { tagKeys } from '../model/tag-keys.ts';
import { classFloors } from '../profile/class-floors.ts';
import { classesOf } from '../profile/classes-of.ts';
import { functionsOf } from '../profile/functions-of.ts';
import { recoveryObjectives } from '../profile/recovery-objectives.ts';
import { resolveProfile } from '../profile/resolve-profile.ts';
import { planOfZone, restoreTestingPlans } from '../profile/restore-testing-plans.ts';
import { retentionDaysOf } from '../profile/retention-of.ts';
import { zonesOf } from '../profile/zones-of.ts';

export interface MatterStackProps extends StackProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** Id of the matter, for example `m-7f3a9c`; it names no client and no party. */
  readonly matter: Matter;
  /** Name of CloudFormation's execution role in the vendor's account. */
  readonly deployRoleName: string;
  /** ARN of the SAML provider of the vendor's account that people sign in with. */
  readonly samlProviderArn: string;
  /** Id of the workspace's VPC. */
  readonly vpcId: string;
  /** Id of the interface endpoint for S3, the only way in for people. */
  readonly s3EndpointId: string;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
}

/**
 * Stack of a matter: its people, and a vault for each zone its profile asks for. It shares none of them with any
 * other matter. How strict it all is follows from the type and the classes of data, never from a switch.
 */
export class MatterStack extends Stack {
  constructor(scope: Construct, id: string, props: MatterStackProps) {
    super(scope, id, props);
    const { matter } = props;
    const { vendor } = props.vendor;
    const profile = resolveProfile(matter);
    const functions = functionsOf(matter);
    const zones = zonesOf(matter);
    const trust = federatedTrust(props.samlProviderArn, this.region);
    const people = new MatterRoles(this, 'People', {
      vendor,
      matter: matter.id,
      functions,
      vaults: zones.map((zone) => vaultAddress(this, vendor, matter.id, zone)),
      trust,
      sessionHours: profile.sessionHours,
    });
    const classes = classesOf(matter);
    const plans = restoreTestingPlans(vendor, props.vendor.matters);
    for (const zone of zones) {
      const vault = new MatterVault(this, zone === 'privileged' ? 'Privileged' : 'Documents', {
        vendor,
        matter: matter.id,
        zone,
        functions,
        people,
        deployRoleName: props.deployRoleName,
        vpcId: props.vpcId,
        s3EndpointId: props.s3EndpointId,
        bucketKeyEnabled: profile.bucketKey,
        keyCustody: profile.keyCustody,
        retentionDays: retentionDaysOf(matter),
        objectives: recoveryObjectives[profile.tier],
        restoreTestingPlan: planOfZone(plans, matter.id, zone),
        trust,
        closeDate: matter.closeDate,
        copyVaultArn: props.copyVaultArn,
      });
      if (zone === 'privileged')
        tagWorkspace(vault, {
          [tagKeys.zone]: zone,
          [tagKeys.dataClass]: classes.filter((name) => classFloors[name].separateKey).join('+'),
        });
    }
  }
}
