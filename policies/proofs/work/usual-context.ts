import { asText } from '../../../lib/model/as-text.ts';
import { readArn } from '../../template/arn.ts';
import { policiesOf, type WorldCaller } from '../cases/callers.ts';
import { fact, is, isAbsent, isPresent } from '../cases/fact.ts';
import type { Condition } from '../policy/statement.ts';
import type { Resource, World } from '../world/world.ts';
import type { Task } from './job.ts';

/**
 * Context of every request of its kind, as far as a policy looks at it; with `IfExists` what not every one of them shows.
 * Sources: IAM User Guide, "AWS global condition context keys"; Service Authorization Reference of S3 and KMS.
 */
export function usualContext(
  task: Task,
  on: string,
  resource: Resource | undefined,
  caller: WorldCaller,
  world: World,
): Condition[] {
  const { actions, from } = task;
  const isService = caller.role === 'service';
  const account = resource?.account ?? (readArn(on)?.account || caller.caller.account || '');
  const region = resource?.region ?? (readArn(on)?.region || regionOfCaller(caller, world));
  const { organization } = world;
  const conditions = [
    is('aws:SecureTransport', 'true'),
    is('aws:ViaAWSService', from === 'service' ? 'true' : 'false'),
    ...(region === '' ? [] : [is('aws:RequestedRegion', region)]),
    ...(account === '' ? [] : [is('aws:ResourceAccount', account)]),
    ...(organization === undefined ? [] : [is('aws:ResourceOrgID', organization)]),
    ...(actions.some((action) => action.startsWith('s3:')) ? ofS3(resource, account, isService) : []),
    ...(resource?.type === 'AWS::KMS::Key' ? ofKey(resource, world) : []),
    ...encryptionContextKeys(task),
    ...tagsOn(on, resource, world),
    ...(from === 'internet' || (from === 'aws' && !isService)
      ? [fact('IpAddress', 'aws:SourceIp', '203.0.113.10')]
      : []),
    ...(isService && account !== '' ? onBehalfOf(account, organization) : []),
  ];
  const { all } = keysLookedAt(world);
  return conditions.filter(({ key }) => all.has(key));
}

const regionOfCaller = ({ caller }: WorldCaller, { principals, stacks }: World): string => {
  const stack = principals.find(({ arn }) => arn === caller.arn)?.place.stack;
  return stacks.find(({ id }) => id === stack)?.region ?? '';
};

/** A service that names a source at all names one of the account whose resource it works on, unless its task says otherwise. */
const onBehalfOf = (account: string, organization: string | undefined): Condition[] => [
  fact('StringEqualsIfExists', 'aws:SourceAccount', account),
  fact('ArnLikeIfExists', 'aws:SourceArn', `arn:*:*:*:${account}:*`),
  ...(organization === undefined ? [] : [fact('StringEqualsIfExists', 'aws:SourceOrgID', organization)]),
];

function ofS3(resource: Resource | undefined, account: string, isService: boolean): Condition[] {
  return [
    fact('NumericEquals', 's3:TlsVersion', '1.3'),
    ...(isService ? [] : [is('s3:authType', 'REST-HEADER'), is('s3:signatureversion', 'AWS4-HMAC-SHA256')]),
    ...(account === '' ? [] : [is('s3:ResourceAccount', account)]),
    ...(resource?.type === 'AWS::S3::AccessPoint'
      ? [
          is('s3:DataAccessPointArn', resource.arn),
          is('s3:DataAccessPointAccount', resource.account),
          is(
            's3:AccessPointNetworkOrigin',
            resource.properties.VpcConfiguration === undefined ? 'Internet' : 'VPC',
          ),
        ]
      : []),
  ];
}

/** Settings of a key come with every request on it. */
function ofKey({ arn, properties }: Resource, world: World): Condition[] {
  const { KeySpec: spec = 'SYMMETRIC_DEFAULT', KeyUsage: usage = 'ENCRYPT_DECRYPT' } = properties;
  const { Origin: origin = 'AWS_KMS', MultiRegion: multiRegion = false } = properties;
  const hasAlias = world
    .ofType('AWS::KMS::Alias')
    .some(
      ({ properties: { TargetKeyId: target } }) => target === arn || arn.endsWith(`:key/${asText(target)}`),
    );
  return [
    is('kms:KeySpec', asText(spec)),
    is('kms:KeyUsage', asText(usage)),
    is('kms:KeyOrigin', asText(origin)),
    is('kms:MultiRegion', asText(multiRegion)),
    ...(spec === 'SYMMETRIC_DEFAULT'
      ? [fact('StringEqualsIfExists', 'kms:EncryptionAlgorithm', 'SYMMETRIC_DEFAULT')]
      : []),
    // Which aliases they are is left open: to tell those of every key apart would make more sets than can be looked through.
    hasAlias ? isPresent('kms:ResourceAliases') : isAbsent('kms:ResourceAliases'),
  ];
}

const contextPrefix = 'kms:EncryptionContext:';

/** A task that states what is in the encryption context states all of it. */
function encryptionContextKeys({ within = [], shows = [] }: Task): Condition[] {
  const names = [...within, ...shows].flatMap(({ written }) =>
    written.startsWith(contextPrefix) ? [written.slice(contextPrefix.length)] : [],
  );
  return names.length === 0
    ? []
    : [
        fact('ForAllValues:StringEquals', 'kms:EncryptionContextKeys', ...names),
        fact('Null', 'kms:EncryptionContextKeys', 'false'),
      ];
}

const tagKeys = ['aws:resourcetag/', 'iam:resourcetag/', 's3:accesspointtag/', 's3:buckettag/'];

/**
 * Tags of a resource are those that the templates give it: only the deployment tags anything. A key of KMS always shows
 * them; elsewhere it differs by action, and S3 shows those of a bucket only where that is switched on. Tags that
 * CloudFormation itself puts on a resource, `aws:cloudformation:*`, are in no template: of those nothing is stated.
 */
function tagsOn(on: string, resource: Resource | undefined, world: World): Condition[] {
  const tagged = resource ?? world.principals.find(({ arn }) => arn === on);
  if (tagged === undefined) return [];
  const behind = world.resources.find(({ arn }) => arn === resource?.parent);
  const operator = resource?.type === 'AWS::KMS::Key' ? 'StringEquals' : 'StringEqualsIfExists';
  return keysLookedAt(world).ofTags.map(({ key, prefix, name }) => {
    const { tags } = prefix === 's3:buckettag/' ? (behind ?? tagged) : tagged;
    const [, value] = Object.entries(tags).find(([tag]) => tag.toLowerCase() === name) ?? [];
    return value === undefined ? isAbsent(key) : fact(operator, key, value);
  });
}

interface Looked {
  readonly all: ReadonlySet<string>;
  /** Tags of resources among them, with the name of each. */
  readonly ofTags: readonly { readonly key: string; readonly prefix: string; readonly name: string }[];
}

const looked = new WeakMap<World, Looked>();

/** Context keys that any policy of the world looks at: whatever else a request shows makes no difference. */
function keysLookedAt(world: World): Looked {
  let keys = looked.get(world);
  if (keys === undefined) {
    const statements = [
      ...policiesOf(world),
      ...world.deployers.flatMap(({ policy = [], commandLinePolicies }) => [
        ...policy,
        ...[...commandLinePolicies.values()].flat(),
      ]),
    ];
    const all = new Set(statements.flatMap(({ conditions }) => conditions.map(({ key }) => key)));
    const ofTags = [...all].flatMap((key) => {
      const prefix = tagKeys.find((each) => key.startsWith(each));
      const name = key.slice(prefix?.length);
      return prefix === undefined || name.startsWith('aws:') ? [] : [{ key, prefix, name }];
    });
    keys = { all, ofTags };
    looked.set(world, keys);
  }
  return keys;
}
