import { asText } from '../../../lib/model/as-text.ts';
import { coversAction } from '../../template/glob.ts';
import { readPolicy } from '../../template/policy/read-policy.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made, World } from '../world/world.ts';
import type { Problem } from './problem.ts';

const createKey = 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html';
const imported = 'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html';
const disabled = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html';

/** Usages of each family of key specs, as CreateKey lists them. */
const usages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^SYMMETRIC_DEFAULT$/, ['ENCRYPT_DECRYPT']],
  [/^HMAC_/, ['GENERATE_VERIFY_MAC']],
  [/^RSA_/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
  [/^ECC_NIST_P(256|384|521)$/, ['SIGN_VERIFY', 'KEY_AGREEMENT']],
  [/^(ECC_|ML_DSA_)/, ['SIGN_VERIFY']],
  [/^SM2$/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT']],
];

/** Types that take a key whose material is not there yet; the others try it when they are made. */
const patient: ReadonlySet<string> = new Set([
  'AWS::KMS::Alias',
  'AWS::S3::Bucket',
  'AWS::Backup::RestoreTestingSelection',
]);

/** Uses that a key is put to and cannot serve. */
export function keyProblems(key: Made, usedBy: readonly Made[]): Problem[] {
  const { KeySpec, KeyUsage, Enabled, EnableKeyRotation, Origin, KeyPolicy } = key.properties;
  const problems: Problem[] = [];
  const say = (property: string, got: string, expected: string, source = createKey) =>
    problems.push({ at: `Properties.${property}`, got, expected, source });
  const spec = asText(KeySpec ?? 'SYMMETRIC_DEFAULT');
  const usage = asText(KeyUsage ?? 'ENCRYPT_DECRYPT');
  const origin = asText(Origin ?? 'AWS_KMS');
  const fitting = usages.find(([specs]) => specs.test(spec))?.[1];
  if (fitting?.includes(usage) !== true)
    say('KeyUsage', `${usage} with ${spec}`, fitting?.join(' or ') ?? 'a key spec of CreateKey');
  if (Enabled !== undefined && asText(Enabled) !== 'true') say('Enabled', asText(Enabled), 'true', disabled);
  if (!['AWS_KMS', 'EXTERNAL'].includes(origin)) say('Origin', origin, 'AWS_KMS or EXTERNAL');
  const isRotated = asText(EnableKeyRotation ?? false) === 'true';
  if (isRotated && (spec !== 'SYMMETRIC_DEFAULT' || origin !== 'AWS_KMS'))
    say('EnableKeyRotation', `rotation of ${spec} from ${origin}`, 'a symmetric key with material of KMS');
  const encrypting = usedBy.filter(({ type }) => type !== 'AWS::KMS::Alias');
  if (encrypting.length > 0 && spec !== 'SYMMETRIC_DEFAULT')
    say('KeySpec', spec, `SYMMETRIC_DEFAULT, as ${names(encrypting)} encrypts with it`);
  if (origin === 'EXTERNAL') {
    const hasty = usedBy.filter(({ type }) => !patient.has(type));
    if (hasty.length > 0)
      say('Origin', origin, `AWS_KMS, as ${names(hasty)} uses it before anybody imports`, imported);
    const { statements } = readPolicy(KeyPolicy, { path: 'KeyPolicy' });
    for (const action of ['kms:GetParametersForImport', 'kms:ImportKeyMaterial'])
      if (
        !statements.some(
          ({ effect, actions }) => effect === 'Allow' && actions.some((one) => coversAction(one, action)),
        )
      )
        say('KeyPolicy', `nobody with ${action}`, 'somebody who imports the material', imported);
  }
  return problems;
}

const names = (users: readonly Made[]): string => users[0]?.place.logicalId ?? '';

/** Properties that speak of a key without using it. */
const spoken = new Set([
  'PolicyDocument',
  'KeyPolicy',
  'Policy',
  'Policies',
  'Environment',
  'DefinitionString',
  'Tags',
]);

/** Resources that are given a key, by the ARN and by the id of the key. */
export function usersOfKeys(world: World): ReadonlyMap<string, readonly Made[]> {
  const keys = new Map(
    world.ofType('AWS::KMS::Key').flatMap(({ arn, reference }) => [
      [arn, arn],
      [reference, arn],
    ]),
  );
  const users = new Map<string, Set<Made>>();
  const walk = (made: Made, value: unknown): void => {
    if (typeof value === 'string') {
      const key = keys.get(value);
      if (key !== undefined) users.set(key, (users.get(key) ?? new Set()).add(made));
    } else if (Array.isArray(value)) for (const one of value) walk(made, one);
    else if (isObject(value))
      for (const name of Object.keys(value)) if (!spoken.has(name)) walk(made, value[name]);
  };
  for (const type of world.types)
    if (type !== 'AWS::KMS::Key') for (const made of world.ofType(type)) walk(made, made.properties);
  return new Map([...users].map(([key, all]) => [key, [...all]]));
}
