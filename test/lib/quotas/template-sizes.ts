import type { Assembly } from '../../../policies/template/assembly.ts';
import { type Found, resourcesOf } from '../../support/resources-of.ts';

/** JSON of a value as it stands in a template: tokens make it longer than what AWS is given. */
const size = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));

// biome-ignore lint/suspicious/noExplicitAny: properties of a template are JSON of any shape.
type Properties = any;

/** The largest value of something over resources of a type. */
const largest =
  (type: string, of: (properties: Properties, found: Found<Properties>) => number) => (assembly: Assembly) =>
    Math.max(0, ...resourcesOf(assembly, type).map((found) => of(found.properties, found)));

/** How many resources of a type name one and the same thing, at most. */
const mostOf =
  (type: string, thing: (properties: Properties, found: Found<Properties>) => unknown) =>
  (assembly: Assembly) => {
    const counts = new Map<string, number>();
    for (const found of resourcesOf(assembly, type)) {
      const key = JSON.stringify([found.stack, thing(found.properties, found)]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };

const policyOf = (kind: string) =>
  largest('AWS::Organizations::Policy', ({ Type, Content }) => (Type === kind ? size(Content) : 0));

const overStacks = (of: (stack: Assembly['stacks'][number]) => number) => (assembly: Assembly) =>
  Math.max(...assembly.stacks.map(of));

const anyTag = (of: (value: string) => number) => (assembly: Assembly) =>
  Math.max(
    ...assembly.stacks.flatMap(({ template }) =>
      Object.values(template.Resources ?? {}).flatMap(({ Properties }) =>
        Array.isArray(Properties?.Tags)
          ? Properties.Tags.map(({ Value }: { Value: string }) => of(Value))
          : [],
      ),
    ),
  );

/** What the templates take of each quota that a test watches, at most. */
export const templateSizes: Readonly<Record<string, (assembly: Assembly) => number>> = {
  'backup-restore-testing-selections': mostOf(
    'AWS::Backup::RestoreTestingSelection',
    ({ RestoreTestingPlanName }) => RestoreTestingPlanName,
  ),
  'backup-selections': mostOf('AWS::Backup::BackupSelection', ({ BackupPlanId }) => BackupPlanId),
  'clientvpn-routes': (assembly) => 1 + resourcesOf(assembly, 'AWS::EC2::ClientVpnRoute').length,
  'cloudformation-outputs': overStacks(({ template }) => Object.keys(template.Outputs ?? {}).length),
  'cloudformation-template-size': overStacks(({ template }) => size(JSON.stringify(template, null, 1))),
  'cloudtrail-selector-values': largest('AWS::CloudTrail::Trail', ({ AdvancedEventSelectors }) =>
    AdvancedEventSelectors.flatMap(({ FieldSelectors }: Properties) => FieldSelectors)
      .flatMap(({ Field: _, ...conditions }: Properties) => Object.values(conditions))
      .reduce((total: number, values: unknown[]) => total + values.length, 0),
  ),
  'events-pattern-size': largest('AWS::Events::Rule', ({ EventPattern }) => size(EventPattern)),
  'events-targets': largest('AWS::Events::Rule', ({ Targets }) => Targets.length),
  'iam-inline-policies-size': largest('AWS::IAM::Role', ({ Policies }) => size(Policies)),
  'iam-managed-policy-size': largest('AWS::IAM::ManagedPolicy', ({ PolicyDocument }) => size(PolicyDocument)),
  'iam-policies-attached-to-role': (assembly) => {
    const attached = new Map<string, number>();
    for (const { stack, properties } of resourcesOf(assembly, 'AWS::IAM::ManagedPolicy'))
      for (const role of properties.Roles ?? []) {
        const key = JSON.stringify([stack, role]);
        attached.set(key, (attached.get(key) ?? 0) + 1);
      }
    return Math.max(...attached.values());
  },
  'iam-policy-name': largest('AWS::IAM::ManagedPolicy', ({ ManagedPolicyName }) => size(ManagedPolicyName)),
  'iam-role-name': largest('AWS::IAM::Role', ({ RoleName }) => size(RoleName)),
  'iam-saml-metadata': largest('AWS::IAM::SAMLProvider', (found) => size(found.SamlMetadataDocument)),
  'iam-tag-value': anyTag((value) => value.length),
  'iam-trust-policy-size': largest('AWS::IAM::Role', (found) => size(found.AssumeRolePolicyDocument)),
  'kms-key-policy-size': largest('AWS::KMS::Key', ({ KeyPolicy }) => size(KeyPolicy)),
  'logs-metric-filters': mostOf('AWS::Logs::MetricFilter', ({ LogGroupName }) => LogGroupName),
  'logs-resource-policy-size': largest('AWS::Logs::ResourcePolicy', (found) => size(found.PolicyDocument)),
  'organizations-declarative-policy-size': policyOf('DECLARATIVE_POLICY_EC2'),
  'organizations-rcp-size': policyOf('RESOURCE_CONTROL_POLICY'),
  'organizations-scp-size': policyOf('SERVICE_CONTROL_POLICY'),
  'route53resolver-rule-groups-of-a-vpc': mostOf(
    'AWS::Route53Resolver::FirewallRuleGroupAssociation',
    ({ VpcId }) => VpcId,
  ),
  's3-access-point-name': largest('AWS::S3::AccessPoint', ({ Name }) => size(Name)),
  's3-access-point-policy-size': largest('AWS::S3::AccessPoint', ({ Policy }) => size(Policy)),
  's3-bucket-name': largest('AWS::S3::Bucket', ({ BucketName }) => size(BucketName)),
  's3-bucket-policy-size': largest('AWS::S3::BucketPolicy', ({ PolicyDocument }) => size(PolicyDocument)),
  'sns-policy-size': largest('AWS::SNS::TopicPolicy', ({ PolicyDocument }) => size(PolicyDocument)),
  'sns-policy-statements': largest(
    'AWS::SNS::TopicPolicy',
    ({ PolicyDocument }) => PolicyDocument.Statement.length,
  ),
  'states-definition-size': largest('AWS::StepFunctions::StateMachine', ({ DefinitionString }) =>
    size(DefinitionString),
  ),
  'vpc-endpoint-policy-size': largest('AWS::EC2::VPCEndpoint', ({ PolicyDocument }) => size(PolicyDocument)),
  'vpc-interface-endpoints': mostOf('AWS::EC2::VPCEndpoint', ({ VpcId }) => VpcId),
  'vpc-network-acl-rules': mostOf('AWS::EC2::NetworkAclEntry', ({ NetworkAclId, Egress }) => [
    NetworkAclId,
    Egress,
  ]),
  'vpc-security-group-rules': largest('AWS::EC2::SecurityGroup', (found) =>
    Math.max(found.SecurityGroupIngress?.length ?? 0, found.SecurityGroupEgress?.length ?? 0),
  ),
};
