import { controls as catalogue } from '../../policies/catalogue/catalogue.ts';
import { controls, proveAssembly, readAssembly } from '../../policies/index.ts';
import { allStatements } from '../../policies/proofs/all-statements.ts';

test('the controls that apps read are those of the catalogue', () => {
  expect(controls).toBe(catalogue);
});

test('apps prove every statement; what cannot be read is a failure, and every statement unknown with the reason', () => {
  const { results, failures } = proveAssembly(readAssembly(['test/bin/open-bucket.yaml']), {
    clock: () => 1,
  });
  expect(failures.map(({ code }) => code)).toEqual(['proof:WORLD-INTRINSIC']);
  expect(results.map(({ statement }) => statement.id).sort()).toEqual(
    allStatements.map(({ id }) => id).sort(),
  );
  for (const { verdict } of results)
    expect(verdict).toEqual({ kind: 'unknown', reason: expect.stringContaining('not understood') });
});
