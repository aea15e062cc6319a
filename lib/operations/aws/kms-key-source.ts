import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KeyMetadata,
  KMSClient,
  NotFoundException,
  paginateListAliases,
  paginateListGrants,
  paginateListResourceTags,
  UnsupportedOperationException,
} from '@aws-sdk/client-kms';
import { UnusableInputError } from '../../model/finding.ts';
import { by } from '../../model/order.ts';
import type { KeyGrant, LiveKey, Rotation } from '../keys/key-settings.ts';
import type { KeySource } from '../keys/key-source.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { awsProblem, calling } from './aws-failure.ts';
import { given } from './given.ts';

/** Reads keys with DescribeKey, GetKeyPolicy, GetKeyRotationStatus, List*; it changes nothing. */
export class KmsKeySource implements KeySource {
  private readonly clients = new Map<string, KMSClient>();

  constructor(private readonly access: AwsAccess) {}

  async readKey(region: string, alias: string): Promise<LiveKey | undefined> {
    const client = this.client(region);
    try {
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: alias }));
      if (!KeyMetadata?.KeyId) throw new Error('an answer without KeyMetadata');
      const KeyId = KeyMetadata.KeyId;
      const [policy, rotation, grants, tags] = await Promise.all([
        client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' })),
        readRotation(client, KeyId),
        readGrants(client, KeyId),
        readTags(client, KeyId),
      ]);
      return {
        ...settings(KeyMetadata, alias, region),
        policy: parse(policy.Policy),
        rotation,
        grants,
        tags,
      };
    } catch (error) {
      if (error instanceof NotFoundException) return undefined;
      throw new UnusableInputError([awsProblem(error, `reading the key in ${region}`, alias)]);
    }
  }

  listAliases(region: string, prefix: string): Promise<string[]> {
    return calling('kms:ListAliases', region, async () => {
      const names: string[] = [];
      for await (const page of paginateListAliases({ client: this.client(region) }, {}))
        for (const { AliasName, TargetKeyId } of given(page.Aliases, 'Aliases'))
          if (AliasName?.startsWith(prefix) && TargetKeyId) names.push(AliasName);
      return names.sort();
    });
  }

  destroy(): void {
    for (const client of this.clients.values()) client.destroy();
  }

  protected client(region: string): KMSClient {
    const known = this.clients.get(region) ?? new KMSClient(clientConfig(region, this.access));
    this.clients.set(region, known);
    return known;
  }
}

function settings(key: KeyMetadata, alias: string, region: string) {
  const dates = {
    ...(key.DeletionDate ? { deletionDate: key.DeletionDate.toISOString() } : {}),
    ...(key.CreationDate ? { created: key.CreationDate.toISOString() } : {}),
  };
  return {
    alias,
    region,
    account: key.AWSAccountId ?? '',
    keyId: key.KeyId ?? '',
    arn: key.Arn ?? '',
    state: key.KeyState ?? 'unknown',
    origin: key.Origin ?? 'unknown',
    spec: key.KeySpec ?? 'unknown',
    usage: key.KeyUsage ?? 'unknown',
    multiRegion: key.MultiRegion ?? false,
    ...dates,
  };
}

async function readRotation(client: KMSClient, KeyId: string): Promise<Rotation & { next?: string }> {
  try {
    const answer = await client.send(new GetKeyRotationStatusCommand({ KeyId }));
    if (answer.KeyRotationEnabled !== true) return { status: 'disabled' };
    return {
      status: 'enabled',
      ...(answer.RotationPeriodInDays ? { periodDays: answer.RotationPeriodInDays } : {}),
      ...(answer.NextRotationDate ? { next: answer.NextRotationDate.toISOString() } : {}),
    };
  } catch (error) {
    if (error instanceof UnsupportedOperationException) return { status: 'unsupported' };
    throw error;
  }
}

async function readGrants(client: KMSClient, KeyId: string): Promise<KeyGrant[]> {
  const grants: KeyGrant[] = [];
  for await (const page of paginateListGrants({ client }, { KeyId }))
    for (const grant of given(page.Grants, 'Grants'))
      grants.push({
        id: grant.GrantId ?? 'unknown',
        grantee: grant.GranteePrincipal ?? 'unknown',
        issuer: grant.IssuingAccount ?? 'unknown',
        operations: [...(grant.Operations ?? [])].sort(),
      });
  return grants.sort(by(({ id }) => id));
}

async function readTags(client: KMSClient, KeyId: string): Promise<Record<string, string>> {
  const tags: Record<string, string> = {};
  for await (const page of paginateListResourceTags({ client }, { KeyId }))
    for (const { TagKey, TagValue } of given(page.Tags, 'Tags')) if (TagKey) tags[TagKey] = TagValue ?? '';
  return tags;
}

/** A policy that is no JSON stays text: the comparison names it instead of passing it. */
function parse(policy: string | undefined): unknown {
  try {
    return JSON.parse(policy ?? '');
  } catch {
    return policy;
  }
}
