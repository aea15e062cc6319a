import type { Rule } from '../gates/rule.ts';
import { factsAsText } from './labelled-lines.ts';

/** A rule of the gates for a reader at a terminal of 80 columns. */
export const gateAsText = ({ id, title, severity, waivable, source }: Rule): string =>
  factsAsText(id, title, [
    [
      'severity',
      severity === 'medium' ? 'medium: it warns and shuts no gate' : `${severity}: it shuts the gate`,
    ],
    [
      'waiver',
      waivable
        ? 'possible, under `waivers` of the vendor file, with an approver and an end'
        : 'none; correct what it reports',
    ],
    ['source', `${source.citation}${source.unseen ? ' †, the clause was not read' : ''}`],
    ['confidence', source.confidence === 'policy' ? 'a rule of this blueprint' : source.confidence],
    ['read', `${source.asOf}, to be read again by ${source.reviewBy}`],
    ['asked by', '`lpo validate` and `lpo synth`; `lpo expiring` says what will shut it'],
    ['listed in', 'docs/gates.md'],
  ]);
