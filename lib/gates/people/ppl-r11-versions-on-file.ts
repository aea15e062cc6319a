import { policy, type Rule } from '../rule.ts';

export const versionsOnFile: Rule = {
  id: 'PPL-R11',
  title: 'The firm has said which undertaking and which handling rules are in force',
  severity: 'high',
  waivable: false,
  source: policy('versions in the manifest, LPO-PPL-01'),
  check: ({ config }) =>
    config.organization.peopleRules
      ? []
      : [
          {
            file: 'organization',
            path: [],
            got: 'no peopleRules',
            expected: 'versions and the day they came into force',
            fix: 'add "peopleRules" to organization.yaml',
          },
        ],
};
