import { chooseStatements } from '../../../../policies/proofs/choose-statements.ts';
import { type ProofReport, proveAssembly } from '../../../../policies/proofs/prove-assembly.ts';
import { exampleOf, isProved } from '../../../../policies/proofs/report/conclusion.ts';
import type { Assembly } from '../../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';
import { confidentialityHoles } from './confidentiality-holes.ts';
import { escalationHoles } from './escalation-holes.ts';
import { Garden } from './garden.ts';
import type { Hole } from './hole.ts';
import { keyCustodianHoles } from './key-custodian-holes.ts';
import { killSwitchHoles } from './kill-switch-holes.ts';
import { networkHoles } from './network-holes.ts';
import { pathHoles } from './path-holes.ts';
import { restoreHoles } from './restore-holes.ts';

const holes: readonly Hole[] = [
  ...confidentialityHoles,
  ...keyCustodianHoles,
  ...escalationHoles,
  ...killSwitchHoles,
  ...pathHoles,
  ...networkHoles,
  ...restoreHoles,
];

let meridian: Assembly;
beforeAll(() => {
  meridian = exampleAssembly('meridian');
});

const bed = ({ bare }: Hole): Garden => {
  const garden = new Garden(meridian);
  return bare ? garden.withoutGuardrails() : garden;
};

const prove = (garden: Garden, { refutes }: Hole) =>
  proveAssembly(garden.assembly, { statements: chooseStatements([refutes]) });

const proofs = new Map<string, ProofReport>();

/** The proof without a hole: the same for all holes of a statement in the same bed, so asked once. */
function proofBefore(hole: Hole): ProofReport {
  const question = `${hole.refutes} ${hole.bare === true}`;
  const report = proofs.get(question) ?? prove(bed(hole), hole);
  proofs.set(question, report);
  return report;
}

test('at least forty holes are planted', () => {
  expect(holes.length).toBeGreaterThanOrEqual(40);
  expect(new Set(holes.map(({ name }) => name)).size).toBe(holes.length);
});

describe.each(holes)('$refutes: $name', (hole) => {
  test('is proved without the hole and refuted with it, naming the culprit', () => {
    const before = proofBefore(hole);
    expect(before.failures).toEqual([]);
    expect(isProved(before)).toBe(true);

    const garden = bed(hole);
    hole.plant(garden);
    const after = prove(garden, hole);
    expect(after.failures).toEqual([]);
    const refuted = after.results.filter(({ verdict }) => verdict.kind === 'refuted');
    expect(after.results.filter(({ verdict }) => verdict.kind === 'unknown')).toEqual([]);
    expect(refuted.length).toBeGreaterThan(0);
    const causes = refuted.flatMap((result) => {
      const { verdict } = result;
      if (verdict.kind !== 'refuted') return [];
      if ('witness' in verdict) return [[...verdict.witness, ...verdict.culprits].join('\n')];
      const { allowedBy, missedBy } = exampleOf(verdict.counterExample, result);
      return [...allowedBy, ...missedBy];
    });
    expect(causes.filter((cause) => hole.culprit.test(cause))).not.toEqual([]);
  });
});
