import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

export const cardData: Rule = {
  id: 'ENG-R03',
  title: 'Card data is refused, or comes as tokens with an approval',
  severity: 'high',
  waivable: false,
  source: policy('PCI DSS v4 scope is kept out of workspaces'),
  check: (context) =>
    eachMatter(context, (matter, at) =>
      !matter.dataClasses.includes('CARDHOLDER') || matter.cardholderTokenised
        ? []
        : [
            {
              path: at('dataClasses'),
              got: 'CARDHOLDER without cardholderTokenised',
              expected: 'tokens only, approved',
              fix: 'have the numbers replaced by tokens and record the approval, or remove the class',
            },
          ],
    ),
};
