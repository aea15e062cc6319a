import { asText } from '../../../lib/model/as-text.ts';
import type { Made } from '../world/world.ts';
import type { Problem } from './problem.ts';

/** Names whose form CloudFormation's own validation does not look at: property, form in words and as a pattern, page. */
const forms: Readonly<
  Record<string, readonly [property: string, form: RegExp, expected: string, page: string]>
> = {
  'AWS::IAM::ManagedPolicy': [
    'ManagedPolicyName',
    /^[\w+=,.@-]{1,128}$/,
    'at most 128 letters, digits and +=,.@_-',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html',
  ],
  'AWS::IAM::SAMLProvider': [
    'Name',
    /^[\w._-]{1,128}$/,
    'at most 128 letters, digits and ._-',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html',
  ],
  'AWS::SNS::Topic': [
    'TopicName',
    /^[\w-]{1,256}(?<!\.fifo)$|^[\w-]{1,251}\.fifo$/,
    'at most 256 letters, digits, hyphens and underscores',
    'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  ],
  'AWS::Events::Rule': [
    'Name',
    /^[.\w-]{1,64}$/,
    'at most 64 letters, digits and .-_',
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html',
  ],
  'AWS::StepFunctions::StateMachine': [
    'StateMachineName',
    /^[\w-]{1,80}$/,
    'at most 80 letters, digits, hyphens and underscores',
    'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  ],
  'AWS::KMS::Alias': [
    'AliasName',
    /^alias\/(?!aws\/)[\w/-]{1,250}$/,
    'alias/ and at most 250 letters, digits and /_-, never alias/aws/',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
  ],
};

export function nameProblems({ type, properties }: Made): Problem[] {
  const found = forms[type];
  if (found === undefined) return [];
  const [property, form, expected, source] = found;
  const name = properties[property];
  return name === undefined || form.test(asText(name))
    ? []
    : [{ at: `Properties.${property}`, got: asText(name), expected, source }];
}

/** Resources by what AWS tells them apart by, so that a second of the same is seen; without it, nothing is. */
export function identityOf(made: Made): string | undefined {
  const { type, account, region, arn, properties } = made;
  if (type === 'AWS::S3::BucketPolicy') return `policy of ${asText(properties.Bucket)}`;
  if (type === 'AWS::Logs::ResourcePolicy') return `${account} ${region} ${asText(properties.PolicyName)}`;
  // Names of IAM differ by more than case.
  return arn === '' ? undefined : type.startsWith('AWS::IAM::') ? arn.toLowerCase() : arn;
}
