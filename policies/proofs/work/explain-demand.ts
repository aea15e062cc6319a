import type { FactVerdict } from '../authoring/proof-statement.ts';
import type { AllowLayer } from '../engine/question.ts';
import type { Request } from '../engine/request.ts';
import type { DemandVerdict, Impediment } from '../engine/verdict.ts';
import { matchesAny, showsAll } from '../evaluate-request.ts';
import { formatPlace, type Statement } from '../policy/statement.ts';

/** The verdict on a demand in words: the request that is refused, and what refuses it. */
export function explainDemand(verdict: DemandVerdict): FactVerdict {
  switch (verdict.kind) {
    case 'unknown':
      return verdict;
    case 'possible':
      return { kind: 'proved', because: verdict.allows.map((statement) => `Allow ${named(statement)}`) };
    case 'impeded':
      return {
        kind: 'refuted',
        witness: requestInWords(verdict.impediment),
        culprits: culpritsOf(verdict.impediment),
      };
  }
}

const named = (statement: Statement): string => statement.sid ?? formatPlace(statement.place);

function requestInWords({ access, request, spelling }: Impediment): string[] {
  if (request === undefined) return [`${access.caller.label} cannot make the request at all`];
  const spell = (text: string): string => spelling.get(text) ?? text;
  const context = Object.entries(request.context).map(
    ([key, value]) => `${spell(key)} = ${typeof value === 'string' ? value : `[${value.join(', ')}]`}`,
  );
  return [
    `${access.caller.label} may not ${spell(request.action)} on ${request.resource}`,
    `when ${context.join(', ') || 'nothing more is shown'}`,
  ];
}

function culpritsOf({ found, request, access }: Impediment): string[] {
  switch (found.kind) {
    case 'contradiction':
      return [`what trust policies and paths let a session of ${access.caller.label} be`];
    case 'denied':
      return [
        `Deny ${named(found.rule.statement)} (${found.rule.layer}) ${formatPlace(found.rule.statement.place)}`,
      ];
    case 'missing':
      return [...new Map(found.layers.map((layer) => [layer.layer, layer])).values()].flatMap((layer) => [
        `no Allow in the ${layer.layer}`,
        ...(request === undefined ? [] : nearest(layer, request)),
      ]);
  }
}

/** Allows of the layer that miss the request by one part. */
const nearest = ({ rules }: AllowLayer, request: Request): string[] =>
  rules.flat().flatMap(({ statement, axis }) => {
    const misses = [
      ...(matchesAny(statement.actions, request.action, request, true) ? [] : ['its action does not match']),
      ...(matchesAny(statement.resources, axis === 'parent' ? request.parent : request.resource, request)
        ? []
        : ['its resource does not match']),
      ...statement.conditions
        .filter((condition) => !showsAll([condition], request))
        .map(
          ({ operator, written, values }) => `${operator.name} ${written} ${values.join(', ')} does not hold`,
        ),
    ];
    return misses.length === 1 && misses[0] !== 'its action does not match'
      ? [`Allow ${named(statement)} ${formatPlace(statement.place)}: ${misses[0]}`]
      : [];
  });
