import { each, type Measure, organizationPolicy, type Resources } from './need.ts';

const scps = 5;
const rcps = 2;

/** The `Guardrails` stack of a vendor, in the management account. */
export const guardrailResources: Resources = {
  'AWS::IAM::Role': 1,
  'AWS::IAM::ManagedPolicy': 2,
  [organizationPolicy('SERVICE_CONTROL_POLICY')]: scps,
  [organizationPolicy('RESOURCE_CONTROL_POLICY')]: rcps,
};

/** Policies on the vendor's account beside AWS's own: the full-access policy of each kind is always there. */
export const attachedPolicies = (account: string): readonly Measure[] => [
  {
    quota: 'organizations-scps-attached',
    of: `account ${account}: ours, FullAWSAccess, and the quarantine of an incident`,
    value: scps + 2,
  },
  {
    quota: 'organizations-rcps-attached',
    of: `account ${account}: ours and RCPFullAWSAccess`,
    value: rcps + 1,
  },
];

/** The stack of what every vendor's account is under. */
export const organizationGuardrailResources: Resources = each(
  1,
  ['SERVICE_CONTROL_POLICY', 'DECLARATIVE_POLICY_EC2', 'S3_POLICY', 'AISERVICES_OPT_OUT_POLICY'].map(
    organizationPolicy,
  ),
);
