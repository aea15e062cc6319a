import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { ExpectedKey } from '../../lib/operations/keys/key-settings.ts';

/**
 * A stand-in for KMS and STS at the HTTP boundary: it speaks their wire shapes and keeps the key states that
 * our code depends on. It is no emulator, knows no policies, and rehearses nothing.
 */
export interface FakeKey {
  keyId: string;
  alias: string;
  region: string;
  account: string;
  state: string;
  origin: string;
  spec: string;
  usage: string;
  multiRegion: boolean;
  rotation: { enabled: boolean; periodDays?: number };
  policy: string;
  tags: Record<string, string>;
  grants: { GrantId: string; GranteePrincipal: string; IssuingAccount: string; Operations: string[] }[];
  deletionDate?: number;
}

export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

export class KmsWire {
  readonly keys: FakeKey[] = [];
  /** Every operation that arrived, for example `DisableKey 3f2a...`. */
  readonly log: string[] = [];
  caller = { account: '200000000002', arn: '' };
  /** What the trail knows about refused uses; our own reads it always knows. */
  readonly refusedUses: { readonly arn: string; readonly at: number; readonly by: string }[] = [];
  /** Private half of the one signing key; it answers to `alias/checkpoint`. */
  signingKey: KeyObject | undefined;
  /** Whether the trail shows anything at all. */
  trailIsBlind = false;
  /** Seconds since 1970; the fake has no clock of its own. */
  now = 1_795_000_000;

  constructor(caller?: { account: string; arn: string }) {
    if (caller) this.caller = caller;
    else this.caller.arn = 'arn:aws:sts::200000000002:assumed-role/lpo-luzon-auditor/a.reader';
  }

  /** Puts a key in place exactly as a template describes it. */
  seed(expected: ExpectedKey): FakeKey {
    const key: FakeKey = {
      keyId: `00000000-0000-4000-8000-${String(this.keys.length).padStart(12, '0')}`,
      alias: expected.alias,
      region: expected.region,
      account: expected.account,
      state: expected.state,
      origin: expected.origin,
      spec: expected.spec,
      usage: expected.usage,
      multiRegion: expected.multiRegion,
      rotation: {
        enabled: expected.rotation.status === 'enabled',
        ...(expected.rotation.periodDays ? { periodDays: expected.rotation.periodDays } : {}),
      },
      policy: JSON.stringify(expected.policy),
      tags: { ...expected.tags },
      grants: [],
    };
    this.keys.push(key);
    return key;
  }

  answer(region: string, target: string | undefined, body: string): WireAnswer {
    if (!target) {
      this.log.push('GetCallerIdentity');
      return { status: 200, body: identityXml(this.caller) };
    }
    const operation = target.split('.')[1] ?? '';
    const input = JSON.parse(body || '{}') as Record<string, unknown>;
    this.log.push(`${operation} ${String(input.KeyId ?? '')}`.trim());
    if (operation === 'LookupEvents') return ok({ Events: this.events(input) });
    if (operation === 'ListAliases') return ok({ Aliases: this.aliases(region), Truncated: false });
    if (this.signingKey && ['alias/checkpoint', checkpointKeyArn].includes(String(input.KeyId)))
      return Buffer.from(String(input.Message ?? ''), 'base64').length > maxRawBytes
        ? refuse('ValidationException', 'message: length must be at most 4096')
        : ok(signing(operation, this.signingKey, String(input.Message)));
    const key = this.keys.find(
      (one) =>
        one.region === region && [one.alias, one.keyId, arnOf(one)].includes(String(input.KeyId ?? '')),
    );
    if (!key) return refuse('NotFoundException', `Key '${String(input.KeyId)}' does not exist`);
    return this.onKey(operation, key, input);
  }

  private onKey(operation: string, key: FakeKey, input: Record<string, unknown>): WireAnswer {
    const pending = key.state === 'PendingDeletion';
    switch (operation) {
      case 'DescribeKey':
        return ok({ KeyMetadata: metadata(key) });
      case 'GetKeyPolicy':
        return ok({ Policy: key.policy, PolicyName: 'default' });
      case 'GetKeyRotationStatus':
        if (key.spec !== 'SYMMETRIC_DEFAULT') return refuse('UnsupportedOperationException', '');
        return ok({
          KeyId: key.keyId,
          KeyRotationEnabled: !pending && key.rotation.enabled,
          ...(key.rotation.periodDays ? { RotationPeriodInDays: key.rotation.periodDays } : {}),
        });
      case 'ListGrants':
        return ok({ Grants: key.grants, Truncated: false });
      case 'ListResourceTags':
        return ok({
          Tags: Object.entries(key.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
          Truncated: false,
        });
      case 'DisableKey':
        if (pending) return invalidState(key);
        key.state = 'Disabled';
        return ok({});
      case 'ScheduleKeyDeletion':
        if (pending) return invalidState(key);
        key.state = 'PendingDeletion';
        key.deletionDate = this.now + Number(input.PendingWindowInDays ?? 30) * 86_400;
        return ok({ KeyId: arnOf(key), DeletionDate: key.deletionDate, KeyState: key.state });
      default:
        return refuse('UnknownOperationException', operation);
    }
  }

  private events(input: Record<string, unknown>) {
    if (this.trailIsBlind) return [];
    const [{ AttributeValue: arn } = { AttributeValue: '' }] = input.LookupAttributes as {
      AttributeValue: string;
    }[];
    const refused = this.refusedUses.filter((use) => use.arn === arn && use.at >= Number(input.StartTime));
    return [
      { EventTime: this.now, Username: 'reader', CloudTrailEvent: '{"eventName":"DescribeKey"}' },
      ...refused.map(({ at, by }) => ({
        EventTime: at,
        Username: by,
        CloudTrailEvent: '{"eventName":"Decrypt","errorCode":"DisabledException"}',
      })),
    ];
  }

  private aliases(region: string) {
    return this.keys
      .filter((key) => key.region === region)
      .map(({ alias, keyId }) => ({ AliasName: alias, TargetKeyId: keyId }));
  }
}

const arnOf = ({ region, account, keyId }: FakeKey): string =>
  `arn:aws:kms:${region}:${account}:key/${keyId}`;

export const refuse = (type: string, message: string, status = 400): WireAnswer => ({
  status,
  body: JSON.stringify({ __type: type, message }),
});

const ok = (value: unknown): WireAnswer => ({ status: 200, body: JSON.stringify(value) });

const invalidState = (key: FakeKey): WireAnswer =>
  refuse('KMSInvalidStateException', `${arnOf(key)} is pending deletion.`);

const metadata = (key: FakeKey) => ({
  AWSAccountId: key.account,
  KeyId: key.keyId,
  Arn: arnOf(key),
  CreationDate: 1_780_000_000,
  Enabled: key.state === 'Enabled',
  KeyState: key.state,
  KeyManager: 'CUSTOMER',
  Origin: key.origin,
  KeySpec: key.spec,
  KeyUsage: key.usage,
  MultiRegion: key.multiRegion,
  ...(key.deletionDate ? { DeletionDate: key.deletionDate } : {}),
});

/** ARN of the key that seals, beside its alias. */
export const checkpointKeyArn = 'arn:aws:kms:eu-west-2:100000000003:key/11111111-2222-3333-4444-555555555555';

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html */
const maxRawBytes = 4096;

const signing = (operation: string, key: KeyObject, message: string) =>
  operation === 'GetPublicKey'
    ? {
        KeyId: 'alias/checkpoint',
        PublicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
        SigningAlgorithms: ['ECDSA_SHA_384'],
      }
    : {
        KeyId: 'alias/checkpoint',
        Signature: sign('sha384', Buffer.from(message, 'base64'), key).toString('base64'),
      };

const identityXml = ({ account, arn }: { account: string; arn: string }): string =>
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
  `<Arn>${arn}</Arn><UserId>AROAEXAMPLE:x</UserId><Account>${account}</Account>` +
  '</GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>';
