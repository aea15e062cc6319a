import { closed } from '../authoring/shapes/closed.ts';
import { judgedBy } from '../authoring/shapes/judged-by.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number, words } from '../authoring/shapes/text.ts';

/** No archive rule, which hides findings, and no exclusion. */
export const properties: PropertyLists = {
  'AWS::AccessAnalyzer::Analyzer': {
    AnalyzerConfiguration: closed({
      UnusedAccessConfiguration: closed({ UnusedAccessAge: number(1, 90, 'days') }),
    }),
    AnalyzerName: words,
    Tags: tags,
    Type: judgedBy('LPO-DET-01/analyzers-on'),
  },
};
