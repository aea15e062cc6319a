import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Matter, Vendor } from '../config/vendor-schema';
import { federatedTrust } from '../constructs/access/federated-trust';
import { MatterRoles } from '../constructs/matter/matter-roles';
import { MatterVault } from '../constructs/matter/matter-vault';
import { vaultAddress } from '../constructs/matter/vault-address';
import { tagWorkspace } from '../constructs/tags/workspace-tags';
import { classFloors } from '../gates/profile/class-floors';
import { classesOf } from '../gates/profile/classes-of';
import { functionsOf } from '../gates/profile/functions-of';
import { recoveryObjectives } from '../gates/profile/recovery-objectives';
import { resolveProfile } from '../gates/profile/resolve-profile';
import { retentionDaysOf } from '../gates/profile/retention-of';
import { zonesOf } from '../gates/profile/zones-of';

export interface MatterStackProps extends StackProps {
  readonly vendor: Vendor;
  readonly matter: Matter;
  readonly deployRoleName: string;
  readonly samlProviderArn: string;
  readonly vpcId: string;
  readonly s3EndpointId: string;
  /** ARN of the vault in the backup account. */
  readonly copyVaultArn: string;
}

/**
 * One matter: its people, and a vault for each zone its profile asks for. It shares none of them with any
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
    const objectives = recoveryObjectives[profile.tier];
    const people = new MatterRoles(this, 'People', {
      vendor,
      matter: matter.id,
      functions,
      vaults: zones.map((zone) => vaultAddress(this, vendor, matter.id, zone)),
      trust,
      sessionHours: profile.sessionHours,
    });
    const classes = classesOf(matter);
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
        objectives,
        trust,
        closeDate: matter.closeDate,
        copyVaultArn: props.copyVaultArn,
      });
      tagWorkspace(vault, {
        'lpo:rpo-hours': `${objectives.rpoHours}`,
        'lpo:rto-hours': `${objectives.rtoHours}`,
      });
      if (zone === 'privileged')
        tagWorkspace(vault, {
          'lpo:zone': zone,
          'lpo:data-class': classes.filter((name) => classFloors[name].separateKey).join('+'),
        });
    }
  }
}
