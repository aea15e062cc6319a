import { Duration, Stack, Tags } from 'aws-cdk-lib';
import { type IPrincipal, ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { MatterFunction } from '../../model/engagement.ts';
import { boundaryName, matterRoleName } from '../../model/names.ts';
import { acknowledge } from '../acknowledge.ts';
import { matterPermissions, type VaultAddress } from './matter-permissions.ts';

export interface MatterRolesProps {
  readonly vendor: string;
  readonly matter: string;
  /** Functions that act on the matter. */
  readonly functions: readonly MatterFunction[];
  readonly vaults: readonly VaultAddress[];
  /** Trust in the firm's identity provider. */
  readonly trust: IPrincipal;
  /** Longest session. */
  readonly sessionHours: 8 | 10;
}

/** One role for each function on this matter, and for this matter alone: the role carries the matter's tag. */
export class MatterRoles extends Construct {
  readonly roles: readonly Role[];

  constructor(scope: Construct, id: string, props: MatterRolesProps) {
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const permissionsBoundary = ManagedPolicy.fromManagedPolicyArn(
      this,
      'Boundary',
      `arn:${partition}:iam::${account}:policy/${boundaryName(props.vendor, 'matter')}`,
    );
    this.roles = props.functions.map((fn) => {
      const role = new Role(this, fn, {
        roleName: matterRoleName(props.vendor, props.matter, fn),
        assumedBy: props.trust,
        permissionsBoundary,
        maxSessionDuration: Duration.hours(props.sessionHours),
      });
      Tags.of(role).add('lpo:function', fn);
      const statements = matterPermissions(fn, props.functions, props.vaults);
      const policy = new ManagedPolicy(this, `${fn}Policy`, { roles: [role], statements });
      const wildcards = statements
        .flatMap((statement) => statement.resources)
        .filter((resource) => resource.includes('*'))
        .map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`);
      if (wildcards.length > 0) {
        acknowledge(policy, {
          rule: [...new Set(wildcards)],
          reason: 'The wildcard stands for the objects under one prefix of this one matter.',
          owner: 'platform-security',
          reviewBy: '2027-11-01',
        });
      }
      return role;
    });
  }
}
