import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EC2 } from '@aws-sdk/client-ec2';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { Organizations } from '@aws-sdk/client-organizations';
import { S3 } from '@aws-sdk/client-s3';
import { SNS } from '@aws-sdk/client-sns';
import { STS } from '@aws-sdk/client-sts';
import { allJobs } from '../../../policies/proofs/all-jobs.ts';
import { mattersOf } from '../../../policies/proofs/authoring/matters.ts';
import { Cases } from '../../../policies/proofs/cases/cases-of.ts';
import { readWorlds } from '../../../policies/proofs/world/read-worlds.ts';
import { type VendorPurpose, vendorName } from '../../../policies/template/names.ts';
import { room } from '../../support/dead-room.ts';

// The prover shows that the rights of a role are what its jobs ask for. Here: its jobs ask for what its code calls.

const root = resolve(import.meta.dirname, '../../..');
const clients = { ec2: EC2, iam: IAM, kms: KMS, organizations: Organizations, s3: S3, sns: SNS, sts: STS };

/** A file and everything that it loads of this repository, types left out. */
function loadedBy(file: string, loaded = new Map<string, string>()): ReadonlyMap<string, string> {
  if (loaded.has(file)) return loaded;
  const text = readFileSync(file, 'utf8');
  loaded.set(file, text);
  for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']+)'/gms))
    loadedBy(join(dirname(file), path), loaded);
  return loaded;
}

/** Rights that a call of the SDK needs under other names. Source: Service Authorization Reference. */
const rightsOf: Readonly<Record<string, string>> = { 's3:ListObjectsV2': 's3:ListBucket' };

/** Calls in the code, each as the rights that it may need: clients share some names. */
function callsIn(text: string): string[][] {
  const named = [
    ...[...text.matchAll(/\.(?:paginate)?([A-Za-z]\w+)\(/g)].map(([, name]) => name),
    ...[...text.matchAll(/\bnew ([A-Z]\w+)Command\(/g)].map(([, name]) => name),
  ];
  return [...new Set(named.map((name = '') => name.slice(0, 1).toUpperCase() + name.slice(1)))]
    .map((name) =>
      Object.entries(clients)
        .filter(([, { prototype }]) =>
          Object.hasOwn(prototype, name.slice(0, 1).toLowerCase() + name.slice(1)),
        )
        .map(([service]) => rightsOf[`${service}:${name}`] ?? `${service}:${name}`),
    )
    .filter((rights) => rights.length > 0);
}

/** Rights that a call needs beside its own, and the words of the code that say so. */
const beside: readonly (readonly [word: string, right: string])[] = [
  ['ObjectLockLegalHoldStatus', 's3:PutObjectLegalHold'],
];

/** Rights for what AWS does on the way: Lambda writes the log, S3 and SNS use the keys. */
const onTheWay = new Set(['kms:Decrypt', 'kms:GenerateDataKey', 'logs:CreateLogStream', 'logs:PutLogEvents']);

/** Methods of shared classes that a function loads and never calls. */
const neverCalled: Readonly<Record<string, readonly [method: string, right: string]>> = {
  sweep: ['recordSession', 's3:PutObject'],
};

const [world] = readWorlds(room).filter(({ name }) => name === 'meridian');
if (world === undefined) throw new Error('the example has no stage of meridian');
const tasks = allJobs.flatMap((job) =>
  job.tasks({ world, matters: mattersOf(world), cases: new Cases(world) }),
);

test.each<[string, readonly VendorPurpose[]]>([
  ['sweep', ['sweep']],
  ['connect', ['connect']],
  ['breach-clock', ['breachClock']],
  ['kill-switch', ['killSwitch', 'containment', 'quarantine']],
])('%s calls what the jobs of its roles ask for, and nothing else', (name, purposes) => {
  const loaded = loadedBy(join(root, `lib/functions/${name}/index.ts`));
  const text = [...loaded.values()].join('\n');
  const [method, right] = neverCalled[name] ?? [];
  const own = [...loaded].filter(([file]) => file.includes(`/functions/${name}/`)).map(([, each]) => each);
  if (method !== undefined) expect(own.join('\n')).not.toContain(`${method}(`);

  const calls = callsIn(text).filter((rights) => right === undefined || !rights.includes(right));
  const roles = purposes.map((purpose) => vendorName('meridian', purpose));
  const asked = new Set(
    tasks
      .filter(({ who }) => who.kind === 'role' && roles.includes(who.arn.split('/').at(-1) ?? ''))
      .flatMap(({ actions }) => actions)
      .filter((action) => !onTheWay.has(action)),
  );
  expect(calls.length).toBeGreaterThan(1);
  expect(calls.filter((rights) => !rights.some((each) => asked.has(each)))).toEqual([]);
  const needed = [...calls.flat(), ...beside.flatMap(([word, each]) => (text.includes(word) ? [each] : []))];
  expect([...asked].filter((action) => !needed.includes(action))).toEqual([]);
});
