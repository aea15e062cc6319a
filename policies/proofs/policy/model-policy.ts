import { readPolicy } from '../../template/policy/read-policy.ts';
import type { Statement as Written } from '../../template/policy/statement.ts';
import { modelConditions } from './model-conditions.ts';
import { modelPrincipals } from './model-principals.ts';
import type { Failure, GlobMatch, Place, Refuse, Statement } from './statement.ts';

export interface ModelContext {
  readonly place: Place;
  readonly kind: 'identity' | 'resource' | 'trust';
  readonly isMultivalued: (key: string) => boolean;
}

export interface ModelledPolicy {
  readonly statements: readonly Statement[];
  /** The same as they are written. */
  readonly written: readonly Written[];
  readonly failures: readonly Failure[];
}

/** A policy document in the terms of the prover; what it does not model is a failure, all at once. */
export function modelPolicy(document: unknown, context: ModelContext): ModelledPolicy {
  const { path } = context.place;
  const { version, statements, faults } = readPolicy(document, { path, kind: context.kind });
  const failures: Failure[] = faults.map(({ path: at, ...fault }) => ({
    ...fault,
    place: { ...context.place, path: at },
  }));
  const refuse: Refuse = (at, code, got, expected) => {
    failures.push({ code, place: { ...context.place, path: at }, got, expected });
  };
  // In the older version policy variables are plain text, which the prover does not model.
  if (version !== undefined && version !== '2012-10-17')
    refuse(`${path}.Version`, 'POLICY-VERSION', version, '2012-10-17');
  return {
    statements: statements.map((written) => modelStatement(written, context, refuse)),
    written: statements,
    failures,
  };
}

function modelStatement(written: Written, context: ModelContext, refuse: Refuse): Statement {
  const { path, effect, sid, notPrincipals, conditions } = written;
  for (const { value } of notPrincipals)
    refuse(`${path}.NotPrincipal`, 'POLICY-NOT-PRINCIPAL', value, 'Principal with a condition instead');
  return {
    effect,
    place: { ...context.place, path },
    actions: globs(written.actions, written.notActions),
    conditions: modelConditions(conditions, `${path}.Condition`, context.isMultivalued, refuse),
    ...(sid !== undefined && { sid }),
    ...(context.kind !== 'trust' && { resources: globs(written.resources, written.notResources) }),
    ...(context.kind !== 'identity' && {
      principals: modelPrincipals(written.principals, `${path}.Principal`, refuse),
    }),
  };
}

const globs = (positive: readonly string[], negative: readonly string[]): GlobMatch =>
  positive.length > 0 ? { negated: false, patterns: positive } : { negated: true, patterns: negative };
