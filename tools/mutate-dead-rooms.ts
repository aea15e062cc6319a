import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../lib/config/load-config.ts';
import { today } from '../lib/model/clock.ts';
import { buildApp } from '../lib/operations/synthesis/build-app.ts';
import { allStatements } from '../policies/proofs/all-statements.ts';
import { proveAssembly } from '../policies/proofs/prove-assembly.ts';
import type { Assembly } from '../policies/template/assembly.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { staleReasons, whyEquivalent } from './mutation/dead-room-equivalents.ts';
import { type DeadRoom, deadRoomMutants } from './mutation/dead-room-mutants.ts';
import { deadRoomsAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import { withOwnDetection } from './mutation/own-detection.ts';
import { runInShards } from './mutation/run-in-shards.ts';
import type { MutantResult } from './mutation/run-mutants.ts';

/** Vendor whose room is made dead: one has every kind of zone and role. */
const vendor = 'meridian';
// What AWS would refuse at creation is refused whoever works there.
const jobs = allStatements.filter(({ part, id }) => part === 'work' && id !== 'aws-accepts-every-resource');
const ofDeployment = jobs.filter(({ everyStage }) => everyStage);
const bootstrap = 'bootstrap policy';
const subscribing = jobs.filter(({ id }) => id === 'deployment-subscribes-to-alerts');

/** Words for what is not there any more, which no report can name otherwise. */
const whatIsMissing = [
  'no Allow in',
  'no template makes',
  'is named in no template',
  'no authorization rule',
  'no endpoint for',
  'no permission of the function',
  'no resource policy of CloudWatch Logs',
  'no rule lets',
  'the DNS firewall answers',
  'the network ACL does not let',
  // A name that a mutant gave, or took away.
  'lpo-somebody-else',
  'alias/lpo/',
];

/**
 * `npm run mutate:dead-rooms`: closes one thing after the other that somebody's work needs, and asks the jobs. A mutant
 * is killed by the first job that is not proved any more. Writes docs/dead-rooms.md.
 */
runInShards(import.meta.filename, {
  only: [vendor],
  work: (folder, { ownOf, progress }) => {
    const { stacks, ...assembly } = readAssembly(folder);
    const room = { ...assembly, stacks: stacks.filter(({ id }) => id.startsWith(`${vendor}/`)) };
    const watched = watchedByItself();
    const inTemplates = deadRoomMutants(room).filter(({ type }) => type !== bootstrap);
    const chosen = ownOf([
      ...inTemplates.map((mutant) => ({ mutant, before: room, statements: jobs })),
      // One policy serves whoever runs detection: what it holds is asked of the room that needs most.
      ...deadRoomMutants(watched)
        .filter(({ type }) => type === bootstrap)
        .map((mutant) => ({ mutant, before: watched, statements: [...ofDeployment, ...subscribing] })),
    ]);
    return chosen.map(({ mutant, before, statements }, index): MutantResult => {
      progress(index + 1, chosen.length);
      return judged(mutant, before, statements);
    });
  },
  report: (results) => {
    process.stdout.write(mutationAsText(results));
    const stale = staleReasons(results.filter(({ outcome }) => outcome !== 'killed').map(({ name }) => name));
    for (const reason of stale) process.stdout.write(`stale       equivalent for nothing: ${reason}\n`);
    writeFileSync('docs/dead-rooms.md', deadRoomsAsMarkdown(results));
  },
});

function judged(
  { name, operator, type, culprits, after }: DeadRoom,
  before: Assembly,
  statements: typeof jobs,
): MutantResult {
  const { results, failures } = proveAssembly(after(before), { statements });
  const refused = results.filter(({ verdict }) => verdict.kind !== 'proved');
  const by = failures[0]?.code ?? refused[0]?.statement.id;
  if (by !== undefined) {
    const words = JSON.stringify([failures, refused.map(({ subject, verdict }) => [subject, verdict])]);
    const named = [...culprits, ...whatIsMissing].some((word) => words.includes(word));
    return { name, operator, type, outcome: 'killed', by, named };
  }
  const reason = whyEquivalent(name);
  return reason === undefined
    ? { name, operator, type, outcome: 'survived' }
    : { name, operator, type, outcome: 'equivalent', equivalent: reason };
}

/** The same vendor in an organization that runs no detection of its own. */
function watchedByItself(): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'lpo-mutate-own-'));
  try {
    const config = withOwnDetection(loadConfig('config'));
    buildApp(config, { outdir: folder, asOf: today(), only: [vendor] }).synth();
    return readAssembly(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
