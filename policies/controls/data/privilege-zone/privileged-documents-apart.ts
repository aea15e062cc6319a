import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { bucket, encryptedUnder } from '../../../authoring/fixtures/bucket.ts';
import { keyUnder } from '../../../authoring/fixtures/key.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { keyUse, reaches } from '../../../reading/key-actions.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const documents = (logicalId: string, classes: string, zone = 'documents') =>
  bucket({
    Tags: tags({ 'lpo:matter': 'm-7f3a9c', 'lpo:data-class': classes, 'lpo:zone': zone }),
    ...encryptedUnder(logicalId),
  });
const keyFor = (...functions: string[]) =>
  keyUnder(...functions.map((fn) => allow({ AWS: roleArn(`lpo-meridian-m-7f3a9c-${fn}`) }, 'kms:Decrypt')));
const stack = (change: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Key: keyFor('reviewer', 'supervising-lawyer'),
    PrivilegedKey: keyFor('supervising-lawyer'),
    Documents: documents('Key', 'PII_BASIC+PRIVILEGED'),
    Privileged: documents('PrivilegedKey', 'PRIVILEGED', 'privileged'),
    ...change,
  },
});

const privilegedClasses = ['PRIVILEGED', 'WORK_PRODUCT', 'PROTECTIVE_ORDER'];

/** A clawback takes a document away from reviewers, so there must be a place they have no key to. */
export const check = assemblyCheck({
  control: 'LPO-DAT-05',
  name: 'privileged-documents-apart',
  expected:
    'a matter with privileged classes has a bucket of its own for them (lpo:zone privileged), under a key that encrypts no other bucket and that no reviewer may use',
  fix: 'add the privileged zone: a bucket tagged lpo:zone privileged, and a key for the lawyer and the quality lead',
  judge(view) {
    const buckets = view.ofType('AWS::S3::Bucket').filter(({ resource }) => matterOf(resource) !== undefined);
    const privileged = buckets.filter(({ resource }) =>
      (resource.tags['lpo:data-class'] ?? '').split('+').some((name) => privilegedClasses.includes(name)),
    );
    if (privileged.length === 0) return 'not applicable';
    return privileged.flatMap((one) => {
      const at = { stack: one.stack.id, logicalId: one.resource.logicalId };
      if (!isApart(one)) {
        const apart = buckets.some(
          (other) => isApart(other) && matterOf(other.resource) === matterOf(one.resource),
        );
        return apart ? [] : [{ ...at, property: 'Tags lpo:zone', got: 'no bucket for the privileged zone' }];
      }
      const own = keyOf(view, one);
      if (own === undefined) return [{ ...at, property: keyProperty, got: 'no key of the templates' }];
      const shared = buckets.filter((other) => other !== one && keyOf(view, other) === own);
      const users = own.resource
        .statements('KeyPolicy')
        .filter((statement) => statement.effect === 'Allow' && reaches(statement, keyUse).length > 0)
        .flatMap(({ principals }) => principals.map(({ value }) => value))
        .filter((value) => value.endsWith('-reviewer') || value === '*');
      return [
        ...(shared.length > 0 ? [{ ...at, property: keyProperty, got: 'the key of another bucket' }] : []),
        ...users.map((user) => ({
          stack: own.stack.id,
          logicalId: own.resource.logicalId,
          property: 'KeyPolicy',
          got: `${user} may use it`,
        })),
      ];
    });
  },
  good: {
    'a zone of its own': stack({}),
  },
  bad: {
    'no zone': stack({ Privileged: documents('PrivilegedKey', 'PII_BASIC') }),
    'the same key': stack({ Privileged: documents('Key', 'PRIVILEGED', 'privileged') }),
    'a reviewer with the key': stack({ PrivilegedKey: keyFor('reviewer') }),
    'a key from elsewhere': stack({ Privileged: documents('Nowhere', 'PRIVILEGED', 'privileged') }),
  },
});

const isApart = ({ resource }: Placed): boolean => resource.tags['lpo:zone'] === 'privileged';

const keyProperty =
  'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID';
const keyOf = (view: AssemblyView, { stack, resource }: Placed): Placed | undefined =>
  view.target(resource.get(keyProperty), stack);
