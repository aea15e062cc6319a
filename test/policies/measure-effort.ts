import { type Profiler, Session } from 'node:inspector';

// Prints the steps of every row of the table: how often each block of the judge's code ran, as V8 counts them. The
// same work gives the same number, on every machine and under every load. V8 counts in code that it has not compiled
// before, so that counting begins before the first import.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const { rows } = await import('./effort-rows.ts');
// The first run of a row makes what is made once, and the first count takes in what came before.
for (const [, , make] of rows) make(10)();
effortOf(() => undefined);
const steps = rows.map(([what, size, make]) => [what, [effortOf(make(size)), effortOf(make(2 * size))]]);
process.stdout.write(JSON.stringify(Object.fromEntries(steps)));

function effortOf(work: () => unknown): number {
  taken();
  work();
  return taken();
}

/** Steps since the last time. */
function taken(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    sum = result
      .filter(({ url }) => /\/(policies|lib)\//.test(url))
      .reduce((all, one) => all + stepsIn(one), 0);
  });
  return sum;
}

function stepsIn({ functions }: Profiler.ScriptCoverage): number {
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}
