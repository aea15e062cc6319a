import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  CfnFirewallConfig,
  CfnFirewallDomainList,
  CfnFirewallRuleGroup,
  CfnFirewallRuleGroupAssociation,
} from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';

export interface DnsFirewallProps {
  /** VPC of the workspace. */
  readonly vpc: IVpc;
  /** Names that are answered; every other name gets NXDOMAIN. */
  readonly allowedDomains: readonly string[];
}

/** The resolver answers for the endpoints' names only, so DNS is no tunnel out. Fails closed. */
export class DnsFirewall extends Construct {
  constructor(scope: Construct, id: string, props: DnsFirewallProps) {
    super(scope, id);
    const allowed = new CfnFirewallDomainList(this, 'Allowed', { domains: [...props.allowedDomains] });
    const everything = new CfnFirewallDomainList(this, 'Everything', { domains: ['*'] });
    const rules = new CfnFirewallRuleGroup(this, 'Rules', {
      firewallRules: [
        { priority: 100, action: 'ALLOW', firewallDomainListId: allowed.attrId },
        {
          priority: 200,
          action: 'BLOCK',
          blockResponse: 'NXDOMAIN',
          firewallDomainListId: everything.attrId,
        },
      ],
    });
    new CfnFirewallRuleGroupAssociation(this, 'Association', {
      firewallRuleGroupId: rules.attrId,
      vpcId: props.vpc.vpcId,
      priority: 101,
      // Protection would also keep CloudFormation from rolling back; the guardrails keep everybody else out.
      mutationProtection: 'DISABLED',
    });
    new CfnFirewallConfig(this, 'FailClosed', {
      resourceId: props.vpc.vpcId,
      firewallFailOpen: 'DISABLED',
    });
  }
}
