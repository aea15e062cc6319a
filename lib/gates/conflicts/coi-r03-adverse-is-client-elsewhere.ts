import { type Rule, statute } from '../rule.ts';
import { opposed } from './opposed-appearances.ts';

export const adverseIsClientElsewhere: Rule = {
  id: 'COI-R03',
  title: 'Nobody the firm acts for elsewhere stands against the client here',
  severity: 'high',
  waivable: false,
  source: statute('ABA Model Rules 1.7, 1.10(a)'),
  check: (context) => opposed(context, 'COI-R03', 'adverse', () => true),
};
