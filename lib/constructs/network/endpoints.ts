import { by } from '../../model/order.ts';
import { matterActions } from '../access/boundaries.ts';

/** A service that the workspace reaches, and everything that follows from that. */
export interface ServiceEndpoint {
  /**
   * IAM actions that pass; every other one is refused. Guardrails and a job let people use them.
   */
  readonly actions: readonly string[];
  /**
   * Resources that a call may concern: those of this account and organization, or none at all, because the
   * actions take no resource. Principals are bound to account and organization in both cases.
   */
  readonly resources: 'own' | 'none';
  /**
   * Names the DNS firewall answers, in front of the region's domain: `s3` stands for
   * `s3.eu-west-2.amazonaws.com`.
   */
  readonly names: readonly string[];
  /**
   * Refused calls in the trail, as network activity events. False where CloudTrail records none.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html
   */
  readonly refusalsLogged: boolean;
  /**
   * Private names for the resolver of this VPC alone or for all resolvers.
   *
   * @default - left to the service
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html
   */
  readonly privateNamesFor?: 'AllResolvers' | 'OnlyInboundResolver';
}

/**
 * The services the workspace reaches, by the last part of the endpoint's service name
 * (`com.amazonaws.<region>.<service>`). One row makes the endpoint with its policy, the DNS names that are
 * answered, and the trail's selector of refused calls; the cost report counts
 * endpoints in the templates.
 *
 * S3 has no gateway endpoint: AWS documents gateway endpoints as not reachable from a VPN.
 */
export const endpoints = {
  s3: {
    // Objects only: settings of buckets are nobody's business from inside the workspace.
    actions: matterActions.s3,
    resources: 'own',
    names: ['s3', '*.s3', '*.s3-accesspoint'],
    refusalsLogged: true,
    privateNamesFor: 'AllResolvers',
  },
  kms: {
    actions: matterActions.kms,
    resources: 'own',
    names: ['kms'],
    refusalsLogged: true,
  },
  sts: {
    // GetCallerIdentity has no resource, and sign-in happens before the tunnel is up.
    actions: ['sts:GetCallerIdentity'],
    resources: 'none',
    names: ['sts'],
    refusalsLogged: false,
  },
} as const satisfies Readonly<Record<string, ServiceEndpoint>>;

/** Service of an endpoint, for example `s3`. */
export type EndpointService = keyof typeof endpoints;

const rows: readonly (readonly [string, ServiceEndpoint])[] = Object.entries(endpoints);
const byService = [...rows].sort(by(([key]) => key));

/** Services whose endpoints' refused calls CloudTrail records, sorted. */
export const loggedEndpoints: readonly string[] = byService
  .filter(([, { refusalsLogged }]) => refusalsLogged)
  .map(([service]) => service);

/**
 * Names that the DNS firewall answers.
 *
 * @param domain Domain of the region, for example `eu-west-2.amazonaws.com`.
 */
export const answeredNames = (domain: string): string[] =>
  byService.flatMap(([, { names }]) => names.map((name) => `${name}.${domain}`));
