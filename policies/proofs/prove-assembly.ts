import { messageOf } from '../../lib/model/as-text.ts';
import { count } from '../../lib/model/count.ts';
import type { Finding, StackPlace } from '../../lib/model/finding.ts';
import type { Assembly } from '../template/assembly.ts';
import { allStatements } from './all-statements.ts';
import { type Matter, mattersOf } from './authoring/matters.ts';
import type { Assertion, FactVerdict, ProofStatement, Subject } from './authoring/proof-statement.ts';
import { isMultivalued } from './aws/context-keys.ts';
import { Cases } from './cases/cases-of.ts';
import { familiarTexts } from './cases/familiar-texts.ts';
import { type Claim, type Decider, prepare } from './engine/decide.ts';
import { TextDomains } from './engine/text-domain.ts';
import type { Verdict } from './engine/verdict.ts';
import type { Failure } from './policy/statement.ts';
import { explainDemand } from './work/explain-demand.ts';
import { readWorlds } from './world/read-worlds.ts';
import type { World } from './world/world.ts';

/** Result of one assertion about one subject of one vendor. */
export interface ProofResult {
  /** Slug of the vendor, or name of the stage. */
  readonly world: string;
  /** Statement that it decides. */
  readonly statement: ProofStatement;
  /** Subject of the assertion: a bucket, a role, a request of a job. */
  readonly subject: string;
  /** Verdict: proved, refuted with a counter-example, or unknown with the reason. */
  readonly verdict: Verdict | FactVerdict;
  /** Claim that was decided; absent for a fact and for a demand. */
  readonly claim?: Claim;
  /** Time it took, by the clock of the options. */
  readonly milliseconds: number;
}

/** Report of a run of the prover. */
export interface ProofReport {
  /** Result of every assertion, by vendor, then in the order of the statements. */
  readonly results: readonly ProofResult[];
  /** Stages that hold a matter: without one nothing is shown about any vendor. */
  readonly vendors: number;
  /** Findings for what could not be read. Every statement about that vendor stays unknown. */
  readonly failures: readonly Finding<StackPlace>[];
}

/** Settings of a run of the prover. */
export interface ProofOptions {
  /** Monotonic clock in milliseconds, for the times in the report. Default: all times are 0. */
  readonly clock?: () => number;
  /** Default: all. */
  readonly statements?: readonly ProofStatement[];
}

const unread = (vendor: string, { code, place, got, expected }: Failure): Finding<StackPlace> => ({
  source: 'Proof',
  code: `proof:${code}`,
  title: 'The prover could not read a template',
  severity: 'critical',
  vendor,
  where: {
    stack: place.stack || vendor,
    ...(place.logicalId ? { logicalId: place.logicalId } : {}),
    ...(place.path ? { property: place.path } : {}),
  },
  got,
  expected,
  fix: 'write it in a form the prover knows; nothing about this vendor is proved until then',
});

/** Decides every statement about every vendor of an assembly. Never throws on what templates say. */
export function proveAssembly(assembly: Assembly, options: ProofOptions = {}): ProofReport {
  const { clock = () => 0, statements = allStatements } = options;
  const worlds = readWorlds(assembly);
  const textDomains = new TextDomains();
  return {
    vendors: worlds.filter((world) => mattersOf(world).length > 0).length,
    results: worlds.flatMap((world) => proveOrSayWhy(world, statements, clock, textDomains)),
    failures: worlds.flatMap((world) => world.failures.map((failure) => unread(world.name, failure))),
  };
}

/** A world that was read and still cannot be reasoned about is unknown, never an error of the whole run. */
function proveOrSayWhy(
  world: World,
  ...given: Parameters<typeof proveWorld> extends [World, ...infer R] ? R : never
) {
  try {
    return proveWorld(world, ...given);
  } catch (error) {
    return undecided(world, given[0], `the prover failed: ${messageOf(error)}`);
  }
}

function proveWorld(
  world: World,
  statements: readonly ProofStatement[],
  clock: () => number,
  textDomains: TextDomains,
): ProofResult[] {
  if (world.failures.length > 0) {
    const reason = `${count(world.failures.length, 'part')} of the templates not understood`;
    return undecided(world, statements, reason);
  }
  const matters = mattersOf(world);
  if (matters.length === 0) {
    const everywhere = statements.filter(({ everyStage }) => everyStage);
    // A stage of organization policies alone holds no data.
    const others =
      world.principals.length === 0 && world.resources.length === 0
        ? []
        : statements.filter(({ everyStage }) => !everyStage);
    return [
      ...decideEach(world, [], everywhere, clock, textDomains),
      ...undecided(world, others, 'no matter in any stack: nothing carries the tag lpo:matter'),
    ];
  }
  return decideEach(world, matters, statements, clock, textDomains);
}

function decideEach(
  world: World,
  matters: readonly Matter[],
  statements: readonly ProofStatement[],
  clock: () => number,
  textDomains: TextDomains,
): ProofResult[] {
  const subject = { world, matters, cases: new Cases(world) };
  const asserted = statements.flatMap((statement) =>
    assertionsOf(statement, subject).map((assertion) => ({ statement, assertion })),
  );
  const options = { isMultivalued, known: familiarTexts(world), textDomains };
  const deciders = new Map<string, Decider>();
  for (const space of new Set(asserted.map(spaceOf))) {
    const assertions = asserted.filter((one) => spaceOf(one) === space).map(({ assertion }) => assertion);
    const claims = assertions.flatMap((assertion) => ('claim' in assertion ? [assertion.claim] : []));
    const demands = assertions.flatMap((assertion) => ('demand' in assertion ? [assertion.demand] : []));
    deciders.set(space, prepare(claims, demands, options));
  }
  const verdictOf = (decider: Decider, assertion: Assertion): Verdict | FactVerdict => {
    if ('claim' in assertion) return decider.decide(assertion.claim);
    if ('demand' in assertion) return explainDemand(decider.require(assertion.demand));
    return orUnknown(assertion.decide);
  };
  return asserted.map((one) => {
    const { statement, assertion } = one;
    const start = clock();
    const verdict = verdictOf(deciders.get(spaceOf(one)) as Decider, assertion);
    return {
      world: world.name,
      statement,
      subject: assertion.subject,
      verdict,
      ...('claim' in assertion && { claim: assertion.claim }),
      milliseconds: clock() - start,
    };
  });
}

interface Asserted {
  readonly statement: ProofStatement;
  readonly assertion: Assertion;
}

const spaceOf = ({ assertion }: Asserted): string => ('space' in assertion && assertion.space) || '';

/** A statement that meets what it does not understand is unknown, and the others are not. */
function assertionsOf(statement: ProofStatement, subject: Subject): readonly Assertion[] {
  try {
    return statement.assert(subject);
  } catch (error) {
    return [{ subject: subject.world.name, decide: () => unknown(error) }];
  }
}

function orUnknown(decide: () => FactVerdict): FactVerdict {
  try {
    return decide();
  } catch (error) {
    return unknown(error);
  }
}

const unknown = (error: unknown): FactVerdict => ({
  kind: 'unknown',
  reason: `the prover failed: ${messageOf(error)}`,
});

const undecided = (world: World, statements: readonly ProofStatement[], reason: string): ProofResult[] =>
  statements.map((statement) => ({
    world: world.name,
    statement,
    subject: world.name,
    verdict: { kind: 'unknown', reason },
    milliseconds: 0,
  }));
