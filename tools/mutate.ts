import { readFileSync, writeFileSync } from 'node:fs';
import { today } from '../lib/model/clock.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { mutantsOf } from './mutation/mutants-of.ts';
import { mutationAsMarkdown, mutationAsText } from './mutation/mutation-report.ts';
import { provers } from './mutation/provers.ts';
import { runInShards } from './mutation/run-in-shards.ts';
import { runMutants } from './mutation/run-mutants.ts';

const step = Number(process.argv.at(process.send ? 5 : 2) ?? 1);

/**
 * `npm run mutate`: plants one weakness after the other into the shipped examples and asks the judge.
 * `npm run mutate -- 20` takes every twentieth mutant; only a whole run writes docs/mutation.md.
 */
runInShards(import.meta.filename, {
  work: (folder, { ownOf, progress }) => {
    const assembly = readAssembly(folder);
    const chosen = ownOf(mutantsOf(assembly).filter((_, index) => index % step === 0));
    return runMutants(assembly, chosen, today(), [provers(assembly)], (done) =>
      progress(done + 1, chosen.length),
    );
  },
  report: (results) => {
    process.stdout.write(mutationAsText(results));
    if (step === 1)
      writeFileSync(
        'docs/mutation.md',
        mutationAsMarkdown(results, readFileSync('docs/dead-rooms.md', 'utf8')),
      );
  },
});
