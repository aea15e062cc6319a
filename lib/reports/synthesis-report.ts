import type { Evaluation } from '../../policies/pipeline.ts';
import type { Finding } from '../model/finding.ts';
import { bySeverity } from '../model/finding-order.ts';
import { accepted, evaluationFacts } from './evaluation-report.ts';
import type { Report } from './report.ts';
import { thousands } from './thousands.ts';

export interface Synthesis {
  /** Built. */
  readonly vendors: readonly string[];
  /** Not built, because a gate is shut. */
  readonly shut: readonly string[];
  /** Rules of the gates. */
  readonly rulesRun: number;
  /** Findings that shut the gates of the vendors asked for. */
  readonly gateFindings: readonly Finding[];
  readonly evaluation: Evaluation;
  readonly seconds: number;
}

/** A synthesis as a report: the gates, then the verdict on the assembly. */
export function synthesisReport({
  vendors,
  shut,
  rulesRun,
  gateFindings,
  evaluation,
  seconds,
}: Synthesis): Report {
  return {
    command: 'lpo synth',
    asOf: evaluation.asOf,
    facts: [
      {
        name: 'vendors',
        text: vendors.length === 0 ? '0' : `${vendors.length}  (${vendors.join(', ')})`,
        data: { vendors },
      },
      ...(shut.length === 0
        ? []
        : [
            {
              name: 'not built',
              text: `${shut.length}  (${shut.join(', ')}): a gate is shut`,
              data: { shut },
            },
          ]),
      { name: 'gates', text: `${thousands(rulesRun)} rules for each vendor`, data: { rulesRun } },
      ...evaluationFacts(evaluation),
      { name: 'time', text: `${seconds.toFixed(1)} s`, data: {} },
    ],
    notRun: evaluation.notRun,
    findings: [...gateFindings, ...evaluation.findings].sort(bySeverity),
    accepted: accepted(evaluation),
  };
}
