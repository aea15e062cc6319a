import { resolveProfile } from '../../profile/resolve-profile.ts';
import { eachMatter } from '../gate-context.ts';
import { policy, type Rule } from '../rule.ts';

export const secondApprover: Rule = {
  id: 'ENG-R06',
  title: 'What is released passes a second approver where the classes of data ask for one',
  severity: 'high',
  waivable: false,
  source: policy('class floors of this blueprint; LPO-DAT-06'),
  check: (context) =>
    eachMatter(context, (matter, at) =>
      !resolveProfile(matter).secondApprover || matter.groups.secondApprover
        ? []
        : [
            {
              path: at('groups'),
              got: 'no group for secondApprover',
              expected: `a group for secondApprover, for ${matter.type} with these classes`,
              fix: "create the group in the identity provider and add its id to the matter's groups",
            },
          ],
    ),
};
