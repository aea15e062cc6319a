import {
  AclCidr,
  AclTraffic,
  Action,
  type ISubnet,
  type IVpc,
  NetworkAcl,
  TrafficDirection,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { platformSecurityReview } from '../platform-security-review.ts';

export interface TierAclProps {
  /** VPC of the workspace. */
  readonly vpc: IVpc;
  /** Isolated subnets, one in each Availability Zone. */
  readonly subnets: readonly ISubnet[];
  /** Subnets of the other tier: the only addresses this one exchanges packets with. */
  readonly peers: readonly ISubnet[];
  /** Side of HTTPS this tier is on: it answers (the endpoints) or asks (the VPN). */
  readonly role: 'server' | 'client';
}

const https = AclTraffic.tcpPort(443);
const replies = AclTraffic.tcpPortRange(1024, 65535);

/** A second lock behind the security groups, stateless: HTTPS one way, its replies the other way. */
export class TierAcl extends Construct {
  constructor(scope: Construct, id: string, props: TierAclProps) {
    super(scope, id);
    const acl = new NetworkAcl(this, 'Acl', {
      vpc: props.vpc,
      subnetSelection: { subnets: [...props.subnets] },
    });
    const [inbound, outbound] = props.role === 'server' ? [https, replies] : [replies, https];
    props.peers.forEach((peer, index) => {
      const cidr = AclCidr.ipv4(peer.ipv4CidrBlock);
      const ruleNumber = 100 + index * 10;
      const rule = { cidr, ruleNumber, ruleAction: Action.ALLOW };
      acl.addEntry(`In${index}`, { ...rule, traffic: inbound, direction: TrafficDirection.INGRESS });
      acl.addEntry(`Out${index}`, { ...rule, traffic: outbound, direction: TrafficDirection.EGRESS });
    });
    acknowledge(acl, {
      rule: 'AwsSolutions-VPC3',
      reason:
        'A second, stateless lock is wanted here: it holds when a security group is widened by mistake.',
      ...platformSecurityReview,
    });
  }
}
