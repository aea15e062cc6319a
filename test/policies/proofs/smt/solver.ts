import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Solvers from the Debian packages of the same name; the first that is installed is used. */
const solvers = [
  { name: 'cvc5', args: ['--incremental', '--strings-exp', '--tlimit-per=2000'] },
  { name: 'z3', args: ['-t:2000'] },
];

const solver = solvers.find(({ name }) => spawnSync(name, ['--version']).status === 0);

/** Answers of all `check-sat` commands of a script, in order. */
export function solve(script: string): string[] {
  if (solver === undefined) throw new Error('no solver');
  const directory = mkdtempSync(join(tmpdir(), 'lpo-smt-'));
  try {
    const file = join(directory, 'claim.smt2');
    writeFileSync(file, script);
    const output = execFileSync(solver.name, [...solver.args, file], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    return output.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Skips with a message where no solver is installed, and fails where one is expected (LPO_EXPECT_SOLVER=1). */
export function withSolver(name: string, run: () => void): void {
  if (solver !== undefined) test(`${name} [${solver.name}]`, run);
  else if (process.env.LPO_EXPECT_SOLVER === '1') {
    test(name, () => {
      throw new Error('LPO_EXPECT_SOLVER=1, but neither cvc5 nor z3 is installed (apt-get install cvc5)');
    });
  } else test.skip(`${name}: needs cvc5 or z3 (apt-get install cvc5)`, run);
}
