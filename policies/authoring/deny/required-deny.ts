import { coversAction } from '../../template/glob.ts';
import type { Condition, Statement } from '../../template/policy/statement.ts';

/** A condition a Deny must have, or may have without losing its force. */
export interface ConditionShape {
  readonly operators: readonly string[];
  /** Lower case. */
  readonly key: string;
  readonly values: (values: readonly string[]) => boolean;
}

/** A Deny that must be there: for these actions, under this trigger, with no other way around it. */
export interface RequiredDeny {
  readonly actions: readonly string[];
  readonly trigger: readonly ConditionShape[];
  readonly exempting: readonly ConditionShape[];
  /** True where a statement's resources are wide enough. @default - the caller decides */
  readonly reaches?: (statement: Statement) => boolean;
}

/** Actions of `required` that no statement denies on everything `reachesTarget` asks for. */
export function undenied(
  required: RequiredDeny,
  statements: readonly Statement[],
  reachesTarget: (statement: Statement) => boolean,
): string[] {
  const binding = statements.filter(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.notPrincipals.length === 0 &&
      statement.principals.every(({ value }) => value === '*') &&
      (required.reaches ?? reachesTarget)(statement) &&
      conditionsBind(statement.conditions, required),
  );
  return required.actions.filter((action) => !binding.some((statement) => denies(statement, action)));
}

const denies = (statement: Statement, action: string): boolean =>
  statement.notActions.length > 0
    ? !statement.notActions.some((pattern) => coversAction(pattern, action) || coversAction(action, pattern))
    : statement.actions.some((pattern) => coversAction(pattern, action));

/** Conditions are joined by "and", so each one beyond the trigger narrows the Deny unless it is allowed to. */
function conditionsBind(conditions: readonly Condition[], { trigger, exempting }: RequiredDeny): boolean {
  const used = new Set<Condition>();
  for (const shape of trigger) {
    const match = conditions.find((condition) => !used.has(condition) && fits(condition, shape));
    if (!match) return false;
    used.add(match);
  }
  return conditions.every(
    (condition) => used.has(condition) || exempting.some((shape) => fits(condition, shape)),
  );
}

const fits = ({ operator, key, values }: Condition, shape: ConditionShape): boolean =>
  shape.operators.includes(operator) && key === shape.key && values.length > 0 && shape.values(values);
