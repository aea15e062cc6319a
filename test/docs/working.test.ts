import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allJobs } from '../../policies/proofs/all-jobs.ts';
import { mattersOf } from '../../policies/proofs/authoring/matters.ts';
import { Cases } from '../../policies/proofs/cases/cases-of.ts';
import type { Condition } from '../../policies/proofs/policy/statement.ts';
import type { Origin, Task } from '../../policies/proofs/work/job.ts';
import { matterFunctions } from '../../policies/proofs/work/matter-people.ts';
import { readWorlds } from '../../policies/proofs/world/read-worlds.ts';
import type { World } from '../../policies/proofs/world/world.ts';
import { type CliCall, callsOf } from '../support/cli-calls.ts';
import { exampleAssembly } from '../support/example-assembly.ts';
import { grants } from '../support/policy-evaluator.ts';
import { shellCommands } from '../support/shell-words.ts';

// docs/working.md: every AWS CLI command of the page, as the requests that it makes, against the tasks of the job that
// the page names for it. That those tasks are possible, and that no role can do more, the prover decides.

const page = readFileSync(join(import.meta.dirname, '../../docs/working.md'), 'utf8');
const [world] = readWorlds(exampleAssembly('meridian')).filter(({ name }) => name === 'meridian') as [World];
const subject = { world, matters: mattersOf(world), cases: new Cases(world) };

/** A fenced block: what stands in it, as whom it is run, and which variables its text explains. */
interface Block {
  readonly role: string;
  readonly from: Origin;
  readonly job: string;
  readonly script: string;
  readonly explained: readonly string[];
}

const roleLine = /^Role `([\w-]+)`, (through|without) the VPN, job `([a-z-]+)`:$/;

/** Blocks of the page under the role line above them; a command in a block without one has no role. */
function blocksOf(text: string): Block[] {
  return text.split(/^## /m).flatMap((section) => {
    const explained = [...section.matchAll(/`\$(\w+)`/g)].map(([, name]) => `${name}`);
    let [role, from, job]: [string, Origin, string] = ['nobody', 'internet', 'no job'];
    return section.split(/^(```sh\n[\s\S]*?^```)$/m).flatMap((part): Block[] => {
      if (part.startsWith('```sh\n'))
        return [{ role, from, job, explained, script: part.slice('```sh\n'.length, -'```'.length) }];
      for (const line of part.split('\n')) {
        const [, named, way, id] = roleLine.exec(line) ?? [];
        if (named && id) [role, from, job] = [named, way === 'through' ? 'endpoint' : 'internet', id];
      }
      return [];
    });
  });
}

/** Words of a block's commands, with the variables that it sets. @throws for one that nothing sets or explains */
function commandsOf({ script, explained }: Block): string[][] {
  const set = new Map(
    [...script.matchAll(/^(\w+)=([\w.-]+)$/gm)].map(([, name, value]) => [`${name}`, `${value}`]),
  );
  // The key behind an alias, and whatever else a command prints.
  for (const [, name = '', command = ''] of script.matchAll(/^(\w+)=\$\((.*)\)$/gm))
    set.set(name, / --key-id (\S+)/.exec(command)?.[1] ?? name);
  set.set('HOME', '~');
  return shellCommands(script, ['aws']).map((words) =>
    words.map((word) =>
      word.replace(/\$(\w+)/g, (_, name: string) => {
        const value = set.get(name) ?? (explained.includes(name) ? name : undefined);
        if (value === undefined) throw new Error(`${words.join(' ')}: nothing sets $${name}`);
        return value;
      }),
    ),
  );
}

/** Conditions of a task as a policy writes them. */
const written = (conditions: readonly Condition[]): Record<string, Record<string, readonly string[]>> => {
  const blocks: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, written: key, values } of conditions)
    blocks[operator.name] = { ...blocks[operator.name], [key]: values };
  return blocks;
};

/** True where the call is one of the task's requests. */
const asks = (task: Task, call: CliCall, from: Origin): boolean =>
  (call.from ?? from) === task.from &&
  grants(
    {
      Statement: [
        {
          Effect: 'Allow',
          Action: task.actions,
          Resource: task.on,
          Condition: written([...(task.within ?? []), ...(task.shows ?? [])]),
        },
      ],
    },
    { action: call.action, resource: call.resource, context: call.context ?? {} },
  ).length > 0;

const isWorker = ({ who }: Task, call: CliCall, role: string): boolean =>
  call.provider === undefined
    ? who.kind === 'role' && who.arn.endsWith(`:role/${role}`)
    : who.kind === 'federated' && who.provider === call.provider && call.resource.endsWith(`:role/${role}`);

/** Requests of the page that no task of their job asks for, and commands that cannot be read. */
function refusals(text: string): string[] {
  return blocksOf(text).flatMap((block) => {
    try {
      const tasks = allJobs.find(({ id }) => id === block.job)?.tasks(subject) ?? [];
      return commandsOf(block).flatMap((words) =>
        callsOf(words, world)
          .filter(
            (call) => !tasks.some((task) => isWorker(task, call, block.role) && asks(task, call, block.from)),
          )
          .map(({ action, resource }) => `${block.role}: ${words.join(' ')}: ${action} on ${resource}`),
      );
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

test('every request of every command is one that its job asks for', () => {
  expect(refusals(page)).toEqual([]);
});

test('every command of the page is read, and every function has some', () => {
  const blocks = blocksOf(page);
  const commands = blocks.flatMap(commandsOf);
  const lines = page.match(/^(?:.*\$\()?aws /gm) ?? [];
  expect(commands.length).toBe(lines.length);
  expect(commands.length).toBeGreaterThan(50);
  const functions = Object.keys(matterFunctions).map((fn) => `lpo-meridian-m-7f3a9c-${fn}`);
  expect(new Set(blocks.map(({ role }) => role))).toEqual(
    new Set([...functions, 'lpo-meridian-auditor', 'lpo-meridian-log-reader']),
  );
});

const reviewer = 'Role `lpo-meridian-m-7f3a9c-reviewer`, through the VPN, job `reviewer-works-on-documents`:';
const own = 'lpo-meridian-m-7f3a9c-200000000001-eu-west-2';

test.each<[string, string, RegExp]>([
  ['an action that no job names', `aws s3api delete-object --bucket ${own} --key work/a`, /does not know/],
  ['a command of another service', 'aws dynamodb list-tables', /does not know/],
  ['an action of a known service that the job lacks', 'aws ec2 describe-vpcs', /ec2:DescribeVpcs/],
  ['a deletion', `aws s3 rm s3://${own}/work/a`, /does not know/],
  ['a folder of others', `aws s3 cp a s3://${own}/intake/a`, /s3:PutObject on .*intake/],
  ['a release by a reviewer', `aws s3 cp s3://${own}/release/a .`, /s3:GetObject on .*release/],
  ['a list without a folder', `aws s3 ls s3://${own}`, /s3:ListBucket/],
  ['a list without its slash', `aws s3 ls s3://${own}/work`, /s3:ListBucket/],
  ['another matter', 'aws s3 cp s3://lpo-meridian-m-2be41d-200000000001-eu-west-2/work/a .', /m-2be41d/],
  [
    'privileged documents',
    'aws s3 ls s3://lpo-meridian-m-7f3a9c-p-200000000001-eu-west-2/privileged/',
    /-p-/,
  ],
  [
    'a copy that takes tags along',
    `aws s3 cp s3://${own}/intake/a s3://${own}/work/a`,
    /s3:PutObjectTagging/,
  ],
  [
    'tags',
    `aws s3api put-object-tagging --bucket ${own} --key work/a --tagging '{"TagSet":[]}'`,
    /PutObjectTagging/,
  ],
  [
    'a hold',
    `aws s3api put-object-legal-hold --bucket ${own} --key work/a --legal-hold Status=ON`,
    /LegalHold/,
  ],
  ['the buckets of the account', 'aws s3 ls', /ListAllMyBuckets/],
  ['a variable that nothing sets', 'aws s3 ls s3://$folder/work/', /nothing sets \$folder/],
])('is refused: %s', (_what, command, refusal) => {
  const planted = refusals(`${page}\n## Planted\n\n${reviewer}\n\n\`\`\`sh\n${command}\n\`\`\`\n`);
  expect(planted.join('\n')).toMatch(refusal);
});

test.each<[string, string, string]>([
  ['a job of others', 'job `reviewer-works-on-documents`', 'job `qc-lead-checks-work`'],
  ['a job that does not exist', 'job `reviewer-works-on-documents`', 'job `reviewer-rests`'],
  ['a role that does not exist', 'Role `lpo-meridian-m-7f3a9c-qc-lead`', 'Role `lpo-meridian-m-7f3a9c-qc`'],
  ['work outside the tunnel', '-reviewer`, through the VPN', '-reviewer`, without the VPN'],
  ['a sign-in of another provider', 'saml-provider/firm-idp-access', 'saml-provider/firm-idp-vpn'],
  ['compliance mode', 'Mode=GOVERNANCE', 'Mode=COMPLIANCE'],
  [
    'an approval of whichever version is the latest',
    'release/memo.pdf --version-id "$version" --tagging',
    'release/memo.pdf --tagging',
  ],
  ['an approval that drops the scan', '{"Key":"GuardDutyMalwareScanStatus","Value":"NO_THREATS_FOUND"},', ''],
  ['a withdrawal in other words', '"Value":"withdrawn"', '"Value":"revoked"'],
  [
    'a withdrawal by somebody who cannot approve',
    'job `second-approver-releases-a-file`:\n\n```sh\nbucket=lpo-meridian-m-7f3a9c-200000000001-eu-west-2\naws s3api list-object-versions',
    'job `release-approver-fetches-a-release`:\n\n```sh\nbucket=lpo-meridian-m-7f3a9c-200000000001-eu-west-2\naws s3api list-object-versions',
  ],
  ['an approval in other words', '"Value":"approved"', '"Value":"yes"'],
])('is refused: %s', (_what, from, to) => {
  expect(page).toContain(from);
  expect(refusals(page.replace(from, to))).not.toEqual([]);
});

test('a block under no role is refused', () => {
  const planted = `## Planted\n\n\`\`\`sh\naws s3 ls s3://${own}/work/\n\`\`\`\n`;
  expect(refusals(planted)).toEqual([expect.stringMatching(/^nobody: /)]);
});
