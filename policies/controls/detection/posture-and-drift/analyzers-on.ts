import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';

const analyzer = (Type: string) => ({ Type: 'AWS::AccessAnalyzer::Analyzer', Properties: { Type } });
const example = (...types: string[]): ExampleStacks => ({
  'a/Detection': {
    account: '200000000001',
    region: 'eu-west-2',
    template: {
      Resources: {
        Vpc: vpc(),
        ...Object.fromEntries(types.map((type, index) => [`Analyzer${index}`, analyzer(type)])),
      },
    },
  },
});

/** Types that say: here somebody works, or something acts on those who do. */
const watched = ['AWS::EC2::VPC', 'AWS::StepFunctions::StateMachine'];
const kinds = [/^(ACCOUNT|ORGANIZATION)$/, /^(ACCOUNT|ORGANIZATION)_UNUSED_ACCESS$/];

export const check = assemblyCheck({
  control: 'LPO-DET-01',
  name: 'analyzers-on',
  expected:
    'where a workspace or a kill switch stands, Access Analyzer looks for access from outside and for access nobody uses',
  fix: 'add analyzers of the types ACCOUNT and ACCOUNT_UNUSED_ACCESS in that account and Region',
  judge(view) {
    const analyzers = view.ofType('AWS::AccessAnalyzer::Analyzer');
    const places = new Map(
      view.ofType(...watched).map((one) => [`${one.stack.account} ${one.stack.region}`, one] as const),
    );
    return [...places].flatMap(([place, { stack, resource }]) => {
      const here = analyzers.filter((one) => `${one.stack.account} ${one.stack.region}` === place);
      return kinds.every((kind) => here.some((one) => kind.test(`${one.resource.text('Type')}`)))
        ? []
        : [
            {
              stack: stack.id,
              logicalId: resource.logicalId,
              property: 'account',
              got: `analyzers: ${here.map((one) => one.resource.text('Type')).join(', ') || 'none'}`,
            },
          ];
    });
  },
  good: { both: example('ACCOUNT', 'ACCOUNT_UNUSED_ACCESS') },
  bad: {
    none: example(),
    'external alone': example('ACCOUNT'),
    'unused alone': example('ACCOUNT_UNUSED_ACCESS'),
  },
});
