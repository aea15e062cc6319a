import { catalogueFacts, controls } from '../../policies/catalogue/catalogue.ts';
import { judgeAssembly, judgeResource, ruleId } from '../../policies/catalogue/judge.ts';
import { allStatements } from '../../policies/proofs/all-statements.ts';
import type { Assembly } from '../../policies/template/assembly.ts';
import { AssemblyView } from '../../policies/template/assembly-view.ts';
import { refusals } from './dead-room.ts';

const checks = new Map(controls.flatMap((control) => control.checks.map((check) => [ruleId(check), check])));
const statements = new Map(allStatements.map((statement) => [statement.id, statement]));

/** True for a check (`LPO-DAT-07/object-lock-on`) or a statement of the prover that there is. */
export const isJudge = (judge: string): boolean => checks.has(judge) || statements.has(judge);

/** What a check or a statement alone says of an assembly, each with the property or the culprit. */
export function heardBy(judge: string, assembly: Assembly): string[] {
  const statement = statements.get(judge);
  if (statement) return refusals(assembly, [statement]);
  const check = checks.get(judge);
  if (check === undefined) throw new Error(`got ${judge}, expected a check or a statement`);
  const view = new AssemblyView(assembly);
  const verdicts =
    check.scope === 'assembly'
      ? [judgeAssembly(check, view, catalogueFacts)]
      : view.resources
          .filter(({ resource }) => check.types === '*' || check.types.includes(resource.type))
          .map(({ resource }) => judgeResource(check, resource, catalogueFacts));
  return verdicts.flatMap((verdict) =>
    verdict === 'not applicable' ? [] : verdict.map(({ property, got }) => `${property}: ${got}`),
  );
}
