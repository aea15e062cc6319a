import { Duration, Stack } from 'aws-cdk-lib';
import {
  AccountPrincipal,
  type IManagedPolicy,
  type IPrincipal,
  ManagedPolicy,
  PolicyStatement,
  Role,
} from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryName, vendorRoleName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { oversightActions } from './boundaries.ts';

export interface OversightRolesProps {
  readonly vendor: string;
  readonly organizationId: string;
  /** Account whose people may break the glass, with MFA. */
  readonly securityAccount: string;
  readonly breakGlassRoleName: string;
  /** Trust in the firm's identity provider. */
  readonly trust: IPrincipal;
  /** Access logs of the vendor's buckets, which the auditor reads. */
  readonly accessLogBucketArn: string;
  /** Role of the log archive, which the auditor becomes to read the logs there. */
  readonly logReaderRoleArn: string;
  /** Statements for what the key custodian may reinstate. */
  readonly releases: readonly PolicyStatement[];
}

const containment = ['ec2:RevokeClientVpnIngress', 'ec2:TerminateClientVpnConnections'];
const isReading = (action: string): boolean =>
  /:(Describe|Get(?!ParametersForImport)|List|Lookup)/.test(action);

/**
 * Roles that serve the whole vendor: auditor, key custodian, break-glass.
 *
 * None of them opens a document or decrypts anything; the auditor reads logs. The custodian's powers over keys come from each key's
 * own policy; break-glass works without the identity provider and can only look and cut connections.
 */
export class OversightRoles extends Construct {
  constructor(scope: Construct, id: string, props: OversightRolesProps) {
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const boundary = ManagedPolicy.fromManagedPolicyArn(
      this,
      'Boundary',
      `arn:${partition}:iam::${account}:policy/${boundaryName(props.vendor, 'oversight')}`,
    );
    const reading = oversightActions.filter(isReading);

    const auditor = this.role('Auditor', vendorRoleName(props.vendor, 'auditor'), 8, props.trust, boundary);
    this.grant('AuditorPolicy', auditor, reading);
    const accessLogs = `${props.accessLogBucketArn}/*`;
    const logs = new ManagedPolicy(this, 'AuditorLogPolicy', {
      roles: [auditor],
      statements: [
        new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [props.logReaderRoleArn] }),
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [accessLogs] }),
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [props.accessLogBucketArn] }),
      ],
    });
    acknowledge(logs, {
      rule: `AwsSolutions-IAM5[Resource::${accessLogs}]`,
      reason:
        'The wildcard stands for the objects of the one access-log bucket; an auditor reads all of them.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });

    const custodian = this.role(
      'KeyCustodian',
      vendorRoleName(props.vendor, 'key-custodian'),
      1,
      props.trust,
      ManagedPolicy.fromManagedPolicyArn(
        this,
        'CustodianBoundary',
        `arn:${partition}:iam::${account}:policy/${boundaryName(props.vendor, 'custodian')}`,
      ),
    );
    // LookupEvents: who still asks for a key that was disabled.
    this.grant('KeyCustodianPolicy', custodian, [
      'cloudtrail:LookupEvents',
      'kms:ListAliases',
      'kms:ListKeys',
    ]);

    // The second person: who suspends works in the security account and cannot lift.
    const release = new ManagedPolicy(this, 'KeyCustodianReleases', {
      roles: [custodian],
      statements: props.releases.map((statement) => statement.copy()),
    });
    acknowledge(release, {
      rule: props.releases
        .flatMap(({ resources }) => resources)
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
      reason:
        "Suspensions, people's roles and the one VPN endpoint of this one vendor; lifting leaves versions.",
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });

    const mfaFromSecurity = new AccountPrincipal(props.securityAccount).withConditions({
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
      StringEquals: { 'aws:PrincipalOrgID': props.organizationId },
    });
    const breakGlass = this.role('BreakGlass', props.breakGlassRoleName, 1, mfaFromSecurity, boundary);
    this.grant('BreakGlassPolicy', breakGlass, [...reading, ...containment]);
  }

  private role(
    id: string,
    roleName: string,
    hours: number,
    assumedBy: IPrincipal,
    permissionsBoundary: IManagedPolicy,
  ) {
    return new Role(this, id, {
      roleName,
      assumedBy,
      permissionsBoundary,
      maxSessionDuration: Duration.hours(hours),
    });
  }

  private grant(id: string, role: Role, actions: readonly string[]) {
    const policy = new ManagedPolicy(this, id, {
      roles: [role],
      statements: [new PolicyStatement({ actions: [...actions], resources: ['*'] })],
    });
    acknowledge(policy, {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Reads of settings and the end of VPN sessions take no narrower resource; no object, no decryption.',
      owner: 'platform-security',
      reviewBy: '2027-11-01',
    });
  }
}
