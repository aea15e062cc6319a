import { addDays } from '../../model/days.ts';
import { policy, type Rule } from '../rule.ts';

/** Days a new workspace may go without a first drill. */
const firstWithinDays = 92;

export const killSwitchDrill: Rule = {
  id: 'GOV-R06',
  title: 'The kill switch was drilled within the interval of the crisis plan',
  severity: 'high',
  waivable: true,
  source: policy('kill-switch drill against the canary, LPO-INC-02'),
  check: ({ vendor, asOf }) => {
    const plan = vendor.crisisPlan;
    if (!plan) return []; // GOV-R04 asks for it
    const drill = plan.killSwitchDrill;
    const fix = 'drill the switch against the canary and record the day and its custody manifest';
    if ('firstDueBy' in drill) {
      const path = ['crisisPlan', 'killSwitchDrill', 'firstDueBy'];
      const got = `no drill yet, the first due by ${drill.firstDueBy}`;
      if (asOf > drill.firstDueBy) return [{ path, got, expected: `a drill before ${asOf}`, fix }];
      const latest = addDays(asOf, firstWithinDays);
      return drill.firstDueBy > latest ? [{ path, got, expected: `the first drill by ${latest}`, fix }] : [];
    }
    const due = addDays(drill.on, plan.drillEveryDays);
    return drill.on > asOf || asOf > due
      ? [
          {
            path: ['crisisPlan', 'killSwitchDrill', 'on'],
            got: `drilled on ${drill.on}, due again on ${due}`,
            expected: `a drill that covers ${asOf}`,
            fix,
          },
        ]
      : [];
  },
};
