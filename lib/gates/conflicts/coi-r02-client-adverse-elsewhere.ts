import { type Rule, statute } from '../rule.ts';
import { opposed } from './opposed-appearances.ts';

export const clientAdverseElsewhere: Rule = {
  id: 'COI-R02',
  title: 'The vendor works for nobody it also works against',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.7, 1.10(a)'),
  check: (context) =>
    opposed(context, 'COI-R02', 'client', (other) => other.vendor.vendor === context.vendor.vendor),
};
