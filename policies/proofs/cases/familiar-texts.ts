import { serviceFacts } from '../aws/service-facts.ts';
import type { World } from '../world/world.ts';

/**
 * Texts that stand for their class in counter-examples, so that a person reads `us-east-1` and not `x`. They
 * change no verdict.
 */
export function familiarTexts(world: World): Record<string, readonly string[]> {
  return {
    action: ['ec2:RunInstances', 's3:GetObject', 'kms:Decrypt', 'sqs:ReceiveMessage', 'bedrock:InvokeModel'],
    resource: world.resources.flatMap(({ type, arn }) =>
      (serviceFacts[type]?.requestArns(arn) ?? []).map((pattern) => pattern.replace(/\*$/, 'some-object')),
    ),
    'aws:principalarn': [
      ...world.accounts.map((account) => `arn:aws:iam::${account}:role/some-role`),
      'arn:aws:iam::999999999999:role/some-role',
    ],
    'aws:principalaccount': ['999999999999'],
    'aws:principalorgid': ['o-another0rg'],
    'aws:resourceaccount': ['999999999999'],
    'aws:requestedregion': ['us-east-1', 'eu-central-1', 'ap-southeast-1'],
    'aws:sourcevpce': ['vpce-of-someone-else'],
    'aws:sourcevpc': ['vpc-of-someone-else'],
  };
}
