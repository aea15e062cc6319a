import { assemblyCheck } from '../../../authoring/check.ts';
import { exceptRoles } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';
import { guardrailExample } from '../../../authoring/fixtures/guardrail-example.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import { organizationName } from '../../../template/names.ts';

const scp = 'SERVICE_CONTROL_POLICY';
const freeze = {
  Action: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${organizationName('breakGlass')}` } },
};

/** Attached it would stop the workspace; missing it would have to be written during the incident. */
export const check = assemblyCheck({
  control: 'LPO-INC-02',
  name: 'quarantine-staged',
  expected: `an SCP ${organizationName('quarantine')} that denies everything to all but named roles is staged and attached to nothing`,
  fix: 'add AWS::Organizations::Policy of that name with Deny * and no TargetIds: the kill switch finds it by its name',
  judge(view) {
    const [first] = vendorsOf(view);
    if (!first) return 'not applicable';
    const staged = view.ofType('AWS::Organizations::Policy').some(
      ({ resource }) =>
        resource.text('Type') === scp &&
        resource.text('Name') === organizationName('quarantine') &&
        resource.list('TargetIds').length === 0 &&
        undenied(
          {
            actions: ['*'],
            trigger: [],
            exempting: [exceptRoles('breakGlass', 'containment', 'keyCustodian', 'logDelivery')],
          },
          resource.statements('Content'),
          ({ resources }) => resources.includes('*'),
        ).length === 0,
    );
    return staged
      ? []
      : [{ stack: first.anchor.stack.id, property: scp, got: 'no staged quarantine policy' }];
  },
  good: { staged: stagedExample([freeze]) },
  bad: {
    missing: stagedExample([]),
    'by a name that the switch does not look for': stagedExample([freeze], 'lpo-freeze'),
    'attached already': guardrailExample(scp, [freeze], '200000000001'),
    'storage only': stagedExample([{ ...freeze, Action: 's3:*' }]),
    'but for any role': stagedExample([
      { ...freeze, Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } },
    ]),
  },
});

function stagedExample(statements: readonly object[], name = organizationName('quarantine')) {
  const example = guardrailExample(scp, statements, '');
  const text = JSON.stringify(example).replace('"TargetIds":[""],', `"Name":"${name}",`);
  return JSON.parse(text) as typeof example;
}
