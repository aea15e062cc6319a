import { asText } from '../../../lib/model/as-text.ts';
import { iamServices } from '../../reading/iam-actions.ts';
import { covers } from '../../template/glob.ts';
import { partitionOf } from '../../template/partition.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made } from '../world/world.ts';
import type { PolicyKindName } from './policy-kinds.ts';
import type { Takes, WrittenPolicy } from './policy-problems.ts';

type Read = (made: Made) => readonly WrittenPolicy[];

const one =
  (kind: PolicyKindName, property: string, takes?: (made: Made) => Takes): Read =>
  (made) =>
    made.properties[property] === undefined
      ? []
      : [
          {
            kind,
            at: `Properties.${property}`,
            document: made.properties[property],
            ...(takes && { takes: takes(made) }),
          },
        ];

/** Policies inside an identity: `Policies` of a role or a user. */
const inside: Read = ({ properties }) =>
  [properties.Policies ?? []].flat().map((policy, index) => ({
    kind: 'inline policy',
    at: `Properties.Policies[${index}].PolicyDocument`,
    document: isObject(policy) ? policy.PolicyDocument : policy,
  }));

const only = (...arns: readonly string[]): Takes => ({
  resource: (arn) => arns.includes(arn),
  expected: arns.join(' or '),
});

/** S3 takes a bucket or its objects, and actions that fit one of those that a statement names. */
const ofBucket = (made: Made): Takes => {
  const arn = `arn:${partitionOf(made.region)?.name ?? 'aws'}:s3:::${asText(made.properties.Bucket)}`;
  return {
    resource: (text) => text === arn || text.startsWith(`${arn}/`),
    expected: `${arn} or what is below it`,
    misfit: misfit((text) => (text === arn ? 'bucket' : 'object')),
  };
};

const ofAccessPoint = ({ arn }: Made): Takes => ({
  resource: (text) => text === arn || text.startsWith(`${arn}/object/`),
  expected: `${arn} or what is below its /object/`,
  misfit: misfit((text) => (text === arn ? 'accesspoint' : 'accesspointobject')),
});

const verbs = new Map(
  Object.entries(iamServices.s3?.actions ?? {}).map(([verb, kinds]) => [
    verb.toLowerCase(),
    kinds.split(' '),
  ]),
);

const kindsOfPattern = new Map<string, ReadonlySet<string>>();

/** Kinds of resources that the actions of a pattern work on. */
function kindsOf(pattern: string): ReadonlySet<string> {
  const known =
    kindsOfPattern.get(pattern) ??
    new Set([...verbs].flatMap(([verb, kinds]) => (covers(pattern, verb) ? kinds : [])));
  kindsOfPattern.set(pattern, known);
  return known;
}

/** S3 answers "Action does not apply to any resource(s) in statement". */
const misfit =
  (kindOf: (arn: string) => string) =>
  (action: string, resources: readonly string[]): string | undefined => {
    const kinds = kindsOf(action.split(':')[1]?.toLowerCase() ?? '');
    const named = new Set(resources.map(kindOf));
    return kinds.size === 0 || [...named].some((kind) => kinds.has(kind))
      ? undefined
      : `an action on ${[...named].join(' or ')}, as Resource names`;
  };

const topics = ({ properties }: Made): Takes => only(...[properties.Topics ?? []].flat().map(asText));

/** Policies that each type of resource holds. */
const readers: Readonly<Record<string, Read>> = {
  'AWS::IAM::ManagedPolicy': one('managed policy', 'PolicyDocument'),
  'AWS::IAM::Policy': one('inline policy', 'PolicyDocument'),
  'AWS::IAM::RolePolicy': one('inline policy', 'PolicyDocument'),
  'AWS::IAM::UserPolicy': one('inline policy', 'PolicyDocument'),
  'AWS::IAM::User': inside,
  'AWS::IAM::Role': (made) => [...one('trust policy', 'AssumeRolePolicyDocument')(made), ...inside(made)],
  'AWS::S3::BucketPolicy': one('bucket policy', 'PolicyDocument', ofBucket),
  'AWS::S3::AccessPoint': one('access point policy', 'Policy', ofAccessPoint),
  'AWS::KMS::Key': one('key policy', 'KeyPolicy', () => only('*')),
  'AWS::SNS::TopicPolicy': one('topic policy', 'PolicyDocument', topics),
  'AWS::SQS::QueuePolicy': one('queue policy', 'PolicyDocument'),
  'AWS::EC2::VPCEndpoint': one('endpoint policy', 'PolicyDocument'),
  'AWS::Logs::ResourcePolicy': one('log resource policy', 'PolicyDocument'),
  'AWS::Backup::BackupVault': one('vault policy', 'AccessPolicy'),
  'AWS::Backup::LogicallyAirGappedBackupVault': one('vault policy', 'AccessPolicy'),
  'AWS::Organizations::Policy': (made) => {
    const kinds: Readonly<Record<string, PolicyKindName>> = {
      SERVICE_CONTROL_POLICY: 'service control policy',
      RESOURCE_CONTROL_POLICY: 'resource control policy',
    };
    const kind = kinds[asText(made.properties.Type)];
    return kind === undefined ? [] : one(kind, 'Content')(made);
  },
};

/** Every policy document that a resource holds. */
export const policiesOf = (made: Made): readonly WrittenPolicy[] => readers[made.type]?.(made) ?? [];
