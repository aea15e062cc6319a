import { writeFileSync } from 'node:fs';
import { allStatements } from '../policies/proofs/all-statements.ts';
import { proveAssembly } from '../policies/proofs/prove-assembly.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { deadRoomMutants } from './mutation/dead-room-mutants.ts';
import { deadRoomsAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import { runInShards } from './mutation/run-in-shards.ts';
import type { MutantResult } from './mutation/run-mutants.ts';

/** Vendor whose room is made dead: one has every kind of zone and role. */
const vendor = 'meridian';
const jobs = allStatements.filter(({ part }) => part === 'work');

/**
 * `npm run mutate:dead-rooms`: closes one thing after the other that somebody's work needs, and asks the jobs. A mutant
 * is killed by the first job that is not proved any more. Writes docs/dead-rooms.md.
 */
runInShards(import.meta.filename, {
  only: [vendor],
  work: (folder, { ownOf, progress }) => {
    const { stacks, ...assembly } = readAssembly(folder);
    const room = { ...assembly, stacks: stacks.filter(({ id }) => id.startsWith(`${vendor}/`)) };
    const chosen = ownOf(deadRoomMutants(room));
    return chosen.map(({ name, operator, type, stack, mutated }, index): MutantResult => {
      progress(index + 1, chosen.length);
      const after = { ...room, stacks: room.stacks.map((one) => (one.id === stack ? mutated : one)) };
      const report = proveAssembly(after, { statements: jobs });
      const by =
        report.failures[0]?.code ??
        report.results.find(({ verdict }) => verdict.kind !== 'proved')?.statement.id;
      return by === undefined
        ? { name, operator, type, outcome: 'survived' }
        : { name, operator, type, outcome: 'killed', by };
    });
  },
  report: (results) => {
    process.stdout.write(mutationAsText(results));
    writeFileSync('docs/dead-rooms.md', deadRoomsAsMarkdown(results));
  },
});
