import { Duration } from 'aws-cdk-lib';
import { AccountPrincipal, type IPrincipal, ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { vendorRoleName } from '../../model/names.ts';
import {
  type OversightResources,
  type OversightRole,
  oversightRoles,
  type VendorFunction,
} from '../../model/oversight-roles.ts';
import { acknowledge } from '../acknowledge.ts';
import { permissionStatement } from '../permission-statement.ts';
import { platformSecurityReview } from '../platform-security-review.ts';
import { oversightActions } from './boundaries.ts';
import { boundaryByName } from './boundary-by-name.ts';

export interface OversightRolesProps extends OversightResources {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Id of the organization, `o-` and 10 to 32 characters. */
  readonly organizationId: string;
  /** Account whose people may break the glass, with MFA; twelve digits. */
  readonly securityAccount: string;
  /** Name of the role for emergencies, from organization.yaml. */
  readonly breakGlassRoleName: string;
  /** Trust in the firm's identity provider. */
  readonly trust: IPrincipal;
}

const isReading = (action: string): boolean =>
  /:(Describe|Get(?!ParametersForImport)|List|Lookup)/.test(action);

/** The roles of the table, each under its boundary. */
export class OversightRoles extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: OversightRolesProps,
  ) {
    super(scope, id);
    const rows: readonly OversightRole[] = oversightRoles;
    for (const row of rows) this.role(row);
  }

  private role(row: OversightRole): void {
    const { vendor, breakGlassRoleName } = this.props;
    const id = pascal(row.name);
    const role = new Role(this, id, {
      roleName: row.namedBy ? breakGlassRoleName : vendorRoleName(vendor, row.name as VendorFunction),
      assumedBy: row.trust === 'identity-provider' ? this.props.trust : this.freshMfa(),
      permissionsBoundary: boundaryByName(this, vendor, row.boundary, `${id}Boundary`),
      maxSessionDuration: Duration.hours(row.sessionHours),
    });
    const reading = row.readsSettings ? oversightActions.filter(isReading) : [];
    const policy = new ManagedPolicy(this, `${id}Policy`, {
      roles: [role],
      statements: [new PolicyStatement({ actions: [...reading, ...row.actions], resources: ['*'] })],
    });
    acknowledge(policy, {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Reads of settings and the end of VPN sessions take no narrower resource; no object, no decryption.',
      ...platformSecurityReview,
    });
    for (const grant of row.grants ?? []) {
      const statements = grant.permissions(this.props).map(permissionStatement);
      const granting = new ManagedPolicy(this, grant.id, { roles: [role], statements });
      const wildcards = statements
        .flatMap(({ resources }) => resources)
        .filter((resource) => resource.includes('*'));
      if (wildcards.length > 0)
        acknowledge(granting, {
          rule: wildcards.map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
          reason: grant.wildcardReason ?? '',
          ...platformSecurityReview,
        });
    }
  }

  /** People of the security account who gave a second factor within the last quarter of an hour. */
  private freshMfa(): IPrincipal {
    return new AccountPrincipal(this.props.securityAccount).withConditions({
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
      StringEquals: { 'aws:PrincipalOrgID': this.props.organizationId },
    });
  }
}

const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _hyphen: string, letter: string) => letter.toUpperCase());
