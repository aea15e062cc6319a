import { measure } from './measure';
import { plainTable } from './plain-table';

/**
 * `npm run bench:check [-- rounds [vendors]]`: what `lpo check` costs beside cdk-nag's AwsSolutions pack alone
 * over the same templates in the same round, as ratios of processor time, and what a further vendor costs.
 */
const [rounds = 3, vendors = 50] = process.argv.slice(2).map(Number);
const many = String(vendors);
const program = (...argv: string[]) => ({ file: 'check', argv, env: { CDK_VALIDATION: 'false' } });
const runs = measure(
  {
    solutions: program('solutions', '2'),
    check: program('check', '2'),
    validated: program('validated', '2'),
    many: program('check', many),
  },
  rounds,
);

const judged = (name: keyof typeof runs) => median(runs[name].map(({ said }) => Number(said.judged)));
const [alone, check, validated, fleet] = [
  judged('solutions'),
  judged('check'),
  judged('validated'),
  judged('many'),
];
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
const ratio = (value: number) => value.toFixed(2);
process.stdout.write(
  `${plainTable(
    ['processor time, median', 'seconds', 'ratio', 'at most'],
    [
      ['AwsSolutions alone, two vendors', seconds(alone), '1.00', ''],
      ['lpo check, two vendors', seconds(check), ratio(check / alone), '2.00'],
      [
        'CloudFormation validation on top',
        seconds(validated - check),
        ratio((validated - check) / alone),
        '',
      ],
      [
        `lpo check a vendor, ${many} against two`,
        seconds(fleet / vendors),
        ratio(fleet / vendors / (check / 2)),
        '1.15',
      ],
    ],
  )}\n\n${parts()}\n`,
);

/** Where the time of two vendors goes. */
function parts(): string {
  const last = runs.check.at(-1)?.said.runs as { source: string; milliseconds: number }[];
  return plainTable(
    ['part of lpo check', 'seconds'],
    last.map(({ source, milliseconds }) => [source, seconds(milliseconds)]),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
