import { BOOTSTRAP_QUALIFIER_CONTEXT, type Stack, Stage, type StageProps } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Certificates, Organization } from '../config/organization-schema.ts';
import type { Vendor } from '../config/vendor-schema.ts';
import { backupVaultArn, policyArn, roleArn, samlProviderArn } from '../constructs/arns.ts';
import { tagWorkspace } from '../constructs/tags/workspace-tags.ts';
import type { Eligible } from '../gates/people/eligible-people.ts';
import type { BreachDuty } from '../model/breach-duty.ts';
import {
  backupVaultName,
  boundaryName,
  environmentRoleName,
  logGroupName,
  vendorRoleName,
} from '../model/names.ts';
import type { RosterPeople } from '../model/publish-roster.ts';
import { tagKeys } from '../model/tag-keys.ts';
import { peopleByStack } from '../needs/access.ts';
import { mattersByStack } from '../needs/vpn.ts';
import { classesOf } from '../profile/classes-of.ts';
import { logRetentionDaysOf } from '../profile/retention-of.ts';
import { AccessStack } from './access-stack.ts';
import { AlertsStack } from './alerts-stack.ts';
import { AuditStack, needsVendorTrail } from './audit-stack.ts';
import { BackupStack } from './backup-stack.ts';
import { BreachClockStack } from './breach-clock-stack.ts';
import { ConnectStack } from './connect-stack.ts';
import { DetectionStack } from './detection-stack.ts';
import { KillSwitchStack } from './kill-switch-stack.ts';
import { LedgerStack } from './ledger-stack.ts';
import { LogArchiveStack } from './log-archive-stack.ts';
import { LogsStack } from './logs-stack.ts';
import { MatterStack } from './matter-stack.ts';
import { NetworkStack } from './network-stack.ts';
import { RecoveryStack } from './recovery-stack.ts';
import { SuspensionsStack } from './suspensions-stack.ts';
import { VendorGuardrailsStack } from './vendor-guardrails-stack.ts';
import { VpnRulesStack } from './vpn-rules-stack.ts';
import { VpnStack } from './vpn-stack.ts';

export interface VendorStageProps extends StageProps {
  /** The firm's organization: accounts, role names of the bootstrap, identity provider. */
  readonly organization: Organization;
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: Vendor;
  /** ARNs in ACM of the server certificate and of the root that client certificates chain to. */
  readonly certificates: Certificates;
  /** SAML metadata documents, XML. */
  readonly identityProviderMetadata: { readonly access: string; readonly vpn: string };
  /** People who may connect, as the gates leave it. */
  readonly people: RosterPeople;
  /** Whom a breach obliges the firm to tell. */
  readonly duties: readonly BreachDuty[];
  /** People who may act on the day of the synthesis. */
  readonly eligible: Eligible;
}

/** Everything one vendor needs, in the accounts it needs it in; it refers to no other vendor. */
export class VendorStage extends Stage {
  constructor(scope: Construct, id: string, props: VendorStageProps) {
    super(scope, id, props);
    const { organization, vendor } = props;
    this.node.setContext(BOOTSTRAP_QUALIFIER_CONTEXT, organization.bootstrapQualifier);
    const deployRoleName = environmentRoleName(organization.roles.deploy, vendor.account, vendor.region);
    const inAccount = (account: string, region: string) => ({
      env: { account, region },
      terminationProtection: true,
    });
    const logRetentionDays = logRetentionDaysOf(organization, vendor);
    const workspace = inAccount(vendor.account, vendor.region);
    const guardrails = new VendorGuardrailsStack(this, 'Guardrails', {
      ...inAccount(organization.accounts.management, organization.homeRegion),
      organization,
      vendor,
    });
    const security = inAccount(organization.accounts.security, vendor.region);
    const breachClock = new BreachClockStack(this, 'BreachClock', {
      ...security,
      organization,
      vendor,
      duties: props.duties,
    });
    const killSwitch = new KillSwitchStack(this, 'KillSwitch', { ...security, organization, vendor });
    killSwitch.addStackDependency(breachClock, 'the alert topic names the roles that publish to it');
    const ledger = new LedgerStack(this, 'Ledger', { ...security, organization, vendor });
    const logArchive = new LogArchiveStack(this, 'LogArchive', {
      ...inAccount(organization.accounts.logArchive, vendor.region),
      organization,
      vendor,
      retentionDays: logRetentionDays,
    });
    logArchive.addStackDependency(ledger, 'the evidence bucket names the role that appends to the ledger');
    logArchive.addStackDependency(killSwitch, 'the evidence bucket names the roles that write to it');
    const recoveryRegion = vendor.recoveryRegion ?? vendor.region;
    const recovery = new RecoveryStack(this, 'Recovery', {
      ...inAccount(organization.accounts.backup, recoveryRegion),
      organization,
      vendor,
    });
    // Everyone on file: whose records expired today may still have the sessions of yesterday.
    const [firstPeople = [], ...furtherPeople] = peopleByStack([
      ...new Set([...vendor.people.map(({ id }) => id), ...Object.keys(props.people.people)]),
    ]);
    const access = new AccessStack(this, 'Access', {
      ...workspace,
      organization,
      vendor,
      samlMetadata: props.identityProviderMetadata.access,
      people: firstPeople,
    });
    const suspensions = furtherPeople.map((people, index) => {
      const stack = new SuspensionsStack(this, `Access-${index + 2}`, {
        ...workspace,
        vendor: vendor.vendor,
        people,
      });
      stack.addStackDependency(access, 'what moves here is deleted there first');
      return stack;
    });
    const audit = needsVendorTrail(organization)
      ? new AuditStack(this, 'Audit', { ...workspace, organization, vendor })
      : undefined;
    if (audit) {
      underServiceBoundary(audit, vendor.vendor);
      audit.addStackDependency(logArchive, 'the trail writes to the archive from its first minute');
      audit.addStackDependency(access, 'the role of the trail has a boundary made there');
    }
    access.addStackDependency(guardrails, 'nobody works in an account that is not fenced yet');
    const role = (name: string) => roleArn(access, name);
    const logs = new LogsStack(this, 'Logs', {
      ...workspace,
      vendor,
      deployRoleArn: role(deployRoleName),
      custodianRoleArn: role(vendorRoleName(vendor.vendor, 'key-custodian')),
      auditorRoleArn: role(vendorRoleName(vendor.vendor, 'auditor')),
      retentionDays: logRetentionDays,
    });
    logs.addStackDependency(access, 'the key policies name the key custodian');
    const copyVault = backupVaultName(vendor.vendor, 'copy');
    const copyVaultArn = backupVaultArn(access, copyVault, {
      account: organization.accounts.backup,
      region: recoveryRegion,
    });
    const backup = new BackupStack(this, 'Backup', {
      ...workspace,
      vendor,
      deployRoleArn: role(deployRoleName),
      custodianRoleArn: role(vendorRoleName(vendor.vendor, 'key-custodian')),
      copyVaultArn,
    });
    backup.addStackDependency(access, 'the key policy names the key custodian');
    backup.addStackDependency(recovery, 'copies need the vault they go to');
    const network = new NetworkStack(this, 'Network', {
      ...workspace,
      vendor: vendor.vendor,
      cidr: vendor.network.vpcCidr,
      availabilityZones: vendor.availabilityZones,
      organizationId: organization.organizationId,
    });
    network.addStackDependency(logs, 'flow logs and DNS queries need their log groups');
    const alerts = new AlertsStack(this, 'Alerts', {
      ...workspace,
      vendor: vendor.vendor,
      deployRoleName: organization.roles.deploy,
    });
    alerts.addStackDependency(access, 'the role of the events needs its boundary');
    const connect = new ConnectStack(this, 'Connect', {
      ...workspace,
      vendor,
      people: props.people,
      deployRoleArn: role(deployRoleName),
      logKeyArn: logs.logKeyArn,
      alertTopicArn: alerts.topicArn,
    });
    connect.addStackDependency(access, 'the functions need their boundary, the key the containment role');
    connect.addStackDependency(alerts, 'alarms need the topic they go to');
    connect.addStackDependency(logs, 'access logs need their bucket');
    const [firstMatters = [], ...furtherMatters] = mattersByStack(vendor);
    const vpn = new VpnStack(this, 'Vpn', {
      ...workspace,
      vendor,
      network,
      certificates: props.certificates,
      samlProviderName: `${organization.identityProvider.name}-vpn`,
      samlMetadata: props.identityProviderMetadata.vpn,
      logGroupName: logGroupName(vendor.vendor, 'vpn-connections'),
      connectHandlerArn: connect.connectHandlerArn,
      matters: firstMatters,
      eligible: props.eligible,
    });
    vpn.addStackDependency(logs);
    vpn.addStackDependency(connect, 'the endpoint asks the connect handler from its first connection');
    let before: Stack = vpn;
    for (const [index, matters] of furtherMatters.entries()) {
      const rules = new VpnRulesStack(this, `Vpn-${index + 2}`, {
        ...workspace,
        endpointId: vpn.endpointId,
        network,
        matters,
        eligible: props.eligible,
      });
      rules.addStackDependency(before, 'an endpoint takes one change after another');
      before = rules;
    }
    const detection = new DetectionStack(this, 'Detection', {
      ...workspace,
      organization,
      vendor,
      alertTopicArn: alerts.topicArn,
    });
    detection.addStackDependency(alerts, 'tripwires need the topic they ring');
    detection.addStackDependency(logs, 'DNS queries are watched in their log group');
    detection.addStackDependency(connect, 'connect decisions are watched in their log group');
    if (audit) detection.addStackDependency(audit, 'most tripwires watch the log group of the trail');
    for (const matter of vendor.matters) {
      const stack = new MatterStack(this, `Matter-${matter.id}`, {
        ...workspace,
        vendor,
        matter,
        deployRoleName,
        samlProviderArn: samlProviderArn(access, `${organization.identityProvider.name}-access`),
        vpcId: network.network.vpc.vpcId,
        s3EndpointId: network.endpoints.byService.s3.attrId,
        copyVaultArn,
      });
      stack.addStackDependency(backup);
      stack.addStackDependency(access);
      for (const each of suspensions)
        stack.addStackDependency(each, 'nobody works whom the kill switch cannot suspend');
      stack.addStackDependency(logs);
      tagWorkspace(stack, { [tagKeys.matter]: matter.id, [tagKeys.dataClass]: classesOf(matter).join('+') });
    }
    // Constant: a locked vault should not change with the next matter's classes.
    for (const vault of [recovery, backup]) tagWorkspace(vault, { [tagKeys.dataClass]: 'BACKUP' });
    // The VPN's session length follows the strictest class that passes through it.
    const everyClass = new Set(vendor.matters.flatMap(classesOf));
    tagWorkspace(vpn, { [tagKeys.dataClass]: [...everyClass].sort().join('+') });
    tagWorkspace(this, {
      [tagKeys.vendor]: vendor.vendor,
      // What belongs to no single matter holds settings and logs; matters, backups and the VPN say otherwise.
      [tagKeys.matter]: 'shared',
      [tagKeys.dataClass]: 'METADATA',
      [tagKeys.owner]: vendor.owner,
      [tagKeys.environment]: organization.environment,
    });
  }
}

/** Roles that constructs of the CDK make for themselves get the ceiling too. */
function underServiceBoundary(stack: Stack, vendor: string): void {
  const arn = policyArn(stack, boundaryName(vendor, 'service'));
  PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'ServiceBoundary', arn));
}
