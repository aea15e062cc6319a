import { mattersOf } from '../../../../policies/proofs/authoring/matters.ts';
import { Cases } from '../../../../policies/proofs/cases/cases-of.ts';
import { demandsOf } from '../../../../policies/proofs/work/demands.ts';
import type { Job, Task } from '../../../../policies/proofs/work/job.ts';
import { readWorlds } from '../../../../policies/proofs/world/read-worlds.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';

const world = readWorlds(exampleAssembly()).find(({ name }) => name === 'meridian');
if (world === undefined) throw new Error('expected the vendor meridian');
const subject = { world, matters: mattersOf(world), cases: new Cases(world) };
const auditor = { kind: 'role', arn: `arn:aws:iam::${world.account}:role/lpo-meridian-auditor` } as const;

/** What the demands of a job with one task say before anything is proved. */
function said(task: Partial<Task>): string[] {
  const job: Job = {
    id: 'a-job',
    title: 'Somebody does something',
    controls: [],
    tasks: () => [
      {
        does: 'does something',
        who: auditor,
        actions: ['kms:ListKeys'],
        on: ['*'],
        from: 'internet',
        source: '',
        ...task,
      },
    ],
  };
  return demandsOf(job, subject).flatMap((assertion) => {
    if (!('decide' in assertion)) return [];
    const verdict = assertion.decide();
    return verdict.kind === 'refuted' ? verdict.culprits : [verdict.kind];
  });
}

test('what can be asked is left to the prover', () => {
  expect(said({})).toEqual([]);
});

test.each<[string, Partial<Task>, string]>([
  [
    'an action IAM does not know',
    { actions: ['access-analyzer:ListFindingsV2'] },
    'IAM does not know access-analyzer:ListFindingsV2',
  ],
  [
    'an action on what it does not take',
    { actions: ['s3:GetObject'], on: ['arn:aws:s3:::a-bucket'] },
    's3:GetObject takes',
  ],
  [
    'an action that takes no resource',
    { actions: ['kms:ListKeys'], on: ['arn:aws:kms:eu-west-2:1:key/a'] },
    'kms:ListKeys takes no resource',
  ],
  [
    'a role that is not made',
    { who: { kind: 'role', arn: 'arn:aws:iam::1:role/nobody' } },
    'no template makes the role',
  ],
  [
    'a service nobody names',
    { who: { kind: 'service', name: 'new.amazonaws.com' } },
    'no template makes anything that names',
  ],
])('%s is refuted with the reason', (_, task, expected) => {
  expect(said(task)).toEqual([expect.stringContaining(expected)]);
});
