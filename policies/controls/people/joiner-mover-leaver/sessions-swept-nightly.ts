import { assemblyCheck, type ExampleStacks } from '../../control';

const swept = (rule: object): ExampleStacks => ({
  'a/Vpn': {
    account: '200000000001',
    region: 'eu-west-2',
    template: {
      Resources: {
        Endpoint: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: {} },
        Sweep: { Type: 'AWS::Lambda::Function', Properties: {} },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'cron(0 2 * * ? *)',
            Targets: [{ Id: 'S', Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] } }],
            ...rule,
          },
        },
      },
    },
  },
});

/** At least once a day: fixed hour and minute on every day, or a rate in minutes or hours, or one day. */
const daily =
  /^(cron\(\d+ \d+ \* \* \? \*\)|cron\(\d+ \d+ \? \* \* \*\)|rate\((\d+ minutes?|1 hour|([2-9]|1\d|2[0-4]) hours|1 day)\))$/;

export const sessionsSweptNightly = assemblyCheck({
  name: 'sessions-swept-nightly',
  expected:
    'beside a VPN endpoint a function runs at least daily and ends sessions of people whose records lapsed',
  mend: 'add an enabled schedule, daily or more often, whose target is a function of the same account',
  judge(view) {
    return view.ofType('AWS::EC2::ClientVpnEndpoint').flatMap(({ stack, resource }) => {
      const schedules = view
        .ofType('AWS::Events::Rule')
        .filter((rule) => rule.stack.account === stack.account && rule.stack.region === stack.region)
        .filter((rule) => daily.test(`${rule.resource.text('ScheduleExpression')}`))
        .filter((rule) => rule.resource.get('State') !== 'DISABLED')
        .filter((rule) =>
          rule.resource
            .list('Targets')
            .some(
              (_, index) =>
                view.target(rule.resource.get(`Targets.${index}.Arn`), rule.stack)?.resource.type ===
                'AWS::Lambda::Function',
            ),
        );
      return schedules.length > 0
        ? []
        : [{ stack: stack.id, logicalId: resource.logicalId, property: 'account', found: 'no daily sweep' }];
    });
  },
  good: { nightly: swept({}), hourly: swept({ ScheduleExpression: 'rate(1 hour)' }) },
  bad: {
    weekly: swept({ ScheduleExpression: 'rate(7 days)' }),
    'on Mondays': swept({ ScheduleExpression: 'cron(0 2 ? * MON *)' }),
    disabled: swept({ State: 'DISABLED' }),
    'for nobody': swept({ Targets: [] }),
  },
});
