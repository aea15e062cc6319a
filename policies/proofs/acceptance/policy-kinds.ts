import type { quotaFigures } from '../../reading/quota-figures.ts';
import type { ModelContext } from '../policy/model-policy.ts';

/** Rules of a service for its policies, beyond the grammar that all share. */
export interface PolicyKind {
  readonly grammar: ModelContext['kind'];
  /** Quota that its length is held to. @default - none is published */
  readonly size?: keyof typeof quotaFigures;
  /** Prefix of the services whose actions it may name. @default - every service */
  readonly services?: readonly string[];
  /** True where IAM keeps it: names of statements have letters and digits alone, characters are of Latin-1. @default false */
  readonly ofIam?: boolean;
  /** Pattern that every action has to match. @default - any */
  readonly actions?: RegExp;
  /** Elements that it does not have, though its grammar does. @default - none */
  readonly without?: readonly ('NotAction' | 'NotPrincipal' | 'NotResource')[];
  /** Page of AWS about it. */
  readonly source: string;
}

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const organizations = 'https://docs.aws.amazon.com/organizations/latest/userguide';

const identity: PolicyKind = {
  grammar: 'identity',
  ofIam: true,
  source: `${iam}/reference_policies_grammar.html`,
};

/** Kinds of policies by the name that a refusal gives them. */
export const policyKinds = {
  'managed policy': { ...identity, size: 'iam-managed-policy-size' },
  // The policies of a role are measured together.
  'inline policy': identity,
  'trust policy': {
    grammar: 'trust',
    ofIam: true,
    size: 'iam-trust-policy-size',
    services: ['sts'],
    actions: /^sts:(\*|Assume.*|SetContext|SetSourceIdentity|TagSession)$/i,
    without: ['NotPrincipal'],
    source: `${iam}/reference_policies_elements_principal.html`,
  },
  'bucket policy': {
    grammar: 'resource',
    size: 's3-bucket-policy-size',
    services: ['s3'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  },
  'access point policy': {
    grammar: 'resource',
    size: 's3-access-point-policy-size',
    services: ['s3'],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
  },
  'key policy': {
    grammar: 'resource',
    size: 'kms-key-policy-size',
    services: ['kms'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  },
  'topic policy': {
    grammar: 'resource',
    size: 'sns-policy-size',
    services: ['sns'],
    // `sns:*` holds actions that a topic policy does not have.
    actions:
      /^sns:(AddPermission|DeleteTopic|GetDataProtectionPolicy|GetTopicAttributes|ListSubscriptionsByTopic|ListTagsForResource|Publish|PutDataProtectionPolicy|RemovePermission|SetTopicAttributes|Subscribe)$/i,
    source:
      'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
  },
  'queue policy': {
    grammar: 'resource',
    size: 'sqs-policy-size',
    services: ['sqs'],
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html',
  },
  'endpoint policy': {
    grammar: 'resource',
    size: 'vpc-endpoint-policy-size',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  'log resource policy': {
    grammar: 'resource',
    size: 'logs-resource-policy-size',
    services: ['logs'],
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
  },
  'vault policy': {
    grammar: 'resource',
    services: ['backup'],
    actions: /^[^*?]+$/,
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html',
  },
  'service control policy': {
    grammar: 'identity',
    ofIam: true,
    size: 'organizations-scp-size',
    source: `${organizations}/orgs_manage_policies_scps_syntax.html`,
  },
  'resource control policy': {
    grammar: 'resource',
    ofIam: true,
    size: 'organizations-rcp-size',
    actions: /^[^:]+:/,
    without: ['NotAction', 'NotPrincipal'],
    source: `${organizations}/orgs_manage_policies_rcps_syntax.html`,
  },
} as const satisfies Readonly<Record<string, PolicyKind>>;

export type PolicyKindName = keyof typeof policyKinds;
