import type { Evaluation, Run } from '../../policies/pipeline.ts';
import type { Accepted, Fact, Report } from './report.ts';
import { thousands } from './thousands.ts';

/** The verdict on an assembly as a report. */
export const evaluationReport = (evaluation: Evaluation): Report => ({
  command: 'lpo check',
  asOf: evaluation.asOf,
  facts: [
    {
      name: 'assembly',
      text: evaluation.directory,
      data: { directory: evaluation.directory },
    },
    ...evaluationFacts(evaluation),
  ],
  notRun: evaluation.notRun,
  findings: evaluation.findings,
  accepted: accepted(evaluation),
});

export const evaluationFacts = ({ stacks, resources, runs }: Evaluation): Fact[] => [
  { name: 'stacks', text: thousands(stacks), data: { stacks } },
  { name: 'resources', text: thousands(resources), data: { resources } },
  {
    name: 'checks run',
    text: runs.map(runLine).join('\n'),
    data: { checksRun: runs.map(({ source, evaluations }) => ({ source, evaluations })) },
  },
];

const runLine = ({ source, evaluations, milliseconds }: Run): string => {
  const time = milliseconds > 0 ? `${(milliseconds / 1000).toFixed(1).padStart(8)} s` : '';
  return `${source.padEnd(28)}${thousands(evaluations).padStart(8)}${time}`;
};

export const accepted = ({
  acknowledged,
  excepted,
}: Pick<Evaluation, 'acknowledged' | 'excepted'>): Accepted[] => [
  ...acknowledged.map(
    ({ finding, reason, owner, reviewBy }): Accepted => ({
      ...{ how: 'acknowledged', finding, reason, owner },
      until: reviewBy,
    }),
  ),
  ...excepted.map(({ finding, exception }): Accepted => {
    const { reason, owner, approver, expires } = exception;
    return { how: 'excepted', finding, reason, owner, approver, until: expires };
  }),
];
