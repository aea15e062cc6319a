import type { AssemblyView, Placed } from '../../../assembly/assembly-view';
import { isObject } from '../../../assembly/template-shape';
import { alarmRings } from '../../alarm-rings';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../control';
import { vendorsOf } from '../../vendors';

interface Tripwire {
  readonly what: string;
  /** API calls that must ring, each by an event rule or by a filter that names it. */
  readonly calls?: readonly string[];
  /** What a filter pattern must name, where no call says it. */
  readonly words?: readonly string[];
  /** Global services and data events reach the trail's log group alone, so the account needs a trail. */
  readonly inTrail?: true;
  /** Matches in one period that may pass before it rings. @default 1 */
  readonly most?: number;
}

const tripwires: readonly Tripwire[] = [
  { what: 'a call that an endpoint refused', words: ['VpceAccessDenied'], inTrail: true },
  { what: 'a changed key policy', calls: ['PutKeyPolicy', 'CreateGrant'] },
  { what: 'a disabled key', calls: ['DisableKey', 'ScheduleKeyDeletion'] },
  { what: 'a stopped trail', calls: ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'] },
  { what: 'a changed SAML provider', calls: ['UpdateSAMLProvider', 'CreateSAMLProvider'], inTrail: true },
  { what: 'use of the break-glass role', words: ['AssumeRole', 'requestParameters.roleArn'], inTrail: true },
  { what: 'use of root', words: ['userIdentity.type', 'Root'], inTrail: true },
  { what: 'a sign-in without MFA', words: ['ConsoleLogin', 'MFAUsed'], inTrail: true },
  { what: 'mass download', words: ['GetObject'], inTrail: true, most: 1000 },
  { what: 'a name that the DNS firewall refused', words: ['firewall_rule_action', 'BLOCK'] },
  { what: 'a VPN connection from elsewhere', words: ['connect-decision', 'COUNTRY'] },
];

/** Filters whose pattern has all words, and whose alarm rings at `most` matches. */
const filterRings = (view: AssemblyView, account: string, words: readonly string[], most: number): boolean =>
  view
    .ofType('AWS::Logs::MetricFilter')
    .filter(({ stack }) => stack.account === account)
    .some(
      (filter) =>
        words.every((word) => `${filter.resource.text('FilterPattern')}`.includes(word)) &&
        alarmRings(view, filter, most),
    );

const ruleRings = ({ resource }: Placed, call: string): boolean => {
  const pattern = resource.get('EventPattern');
  const detail = isObject(pattern) ? pattern.detail : undefined;
  const names = isObject(detail) ? detail.eventName : undefined;
  return (
    Array.isArray(names) &&
    names.includes(call) &&
    resource.get('State') !== 'DISABLED' &&
    resource.list('Targets').length > 0
  );
};

export const tripwiresRing = assemblyCheck({
  name: 'tripwires-ring',
  expected: 'every tripwire of the catalogue rings: an enabled rule with a target, or a filter with an alarm',
  mend: 'add the rule or the metric filter, and an alarm on its metric with an action',
  judge(view): PlacedDeviation[] {
    return vendorsOf(view).flatMap(({ account, anchor }) => {
      const here = ({ stack }: Placed) => stack.account === account;
      const trail = view.ofType('AWS::CloudTrail::Trail').some(here);
      const rules = view.ofType('AWS::Events::Rule').filter(here);
      return tripwires
        .filter(({ inTrail }) => trail || !inTrail)
        .flatMap(({ what, calls = [], words, most = 1 }) => {
          const silent = calls.filter(
            (call) =>
              !rules.some((rule) => ruleRings(rule, call)) && !filterRings(view, account, [call], most),
          );
          if (words && !filterRings(view, account, words, most)) silent.push(words.join(' '));
          return silent.length === 0
            ? []
            : [
                {
                  stack: anchor.stack.id,
                  logicalId: anchor.resource.logicalId,
                  property: 'account',
                  found: `nothing rings at ${what} (${silent.join(', ')})`,
                },
              ];
        });
    });
  },
  ...examples(),
});

function examples(): { good: Record<string, ExampleStacks>; bad: Record<string, ExampleStacks> } {
  type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>;
  const all = (): Resources => {
    const resources: Resources = {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: {} },
      Trail: { Type: 'AWS::CloudTrail::Trail', Properties: {} },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { detail: { eventName: tripwires.flatMap(({ calls = [] }) => calls) } },
          Targets: [{ Id: 'A', Arn: 'arn:aws:sns:eu-west-2:200000000001:alerts' }],
        },
      },
    };
    tripwires.forEach(({ words, most = 1 }, index) => {
      if (!words) return;
      resources[`Filter${index}`] = {
        Type: 'AWS::Logs::MetricFilter',
        Properties: {
          FilterPattern: `{ ${words.join(' ')} }`,
          MetricTransformations: [{ MetricNamespace: 'n', MetricName: `m${index}`, MetricValue: '1' }],
        },
      };
      resources[`Alarm${index}`] = {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Namespace: 'n',
          MetricName: `m${index}`,
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: most,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: ['arn:aws:sns:eu-west-2:200000000001:alerts'],
        },
      };
    });
    return resources;
  };
  const stack = (change: (resources: Resources) => void): ExampleStacks => {
    const resources = all();
    change(resources);
    return {
      'a/Detection': { account: '200000000001', region: 'eu-west-2', template: { Resources: resources } },
    };
  };
  const at = (resources: Resources, id: string) => resources[id]?.Properties as Record<string, unknown>;
  const withoutTrail = (resources: Resources) => {
    delete resources.Trail;
    for (const [index, { inTrail }] of tripwires.entries()) if (inTrail) delete resources[`Filter${index}`];
    (at(resources, 'Rule').EventPattern as { detail: object }).detail = {
      eventName: tripwires.flatMap(({ calls = [], inTrail }) => (inTrail ? [] : calls)),
    };
  };
  const first = tripwires.findIndex(({ words }) => words);
  return {
    good: { 'every wire': stack(() => {}), 'the organization has the trail': stack(withoutTrail) },
    bad: {
      'the rule is disabled': stack((all) => Object.assign(at(all, 'Rule'), { State: 'DISABLED' })),
      'the rule reaches nobody': stack((all) => Object.assign(at(all, 'Rule'), { Targets: [] })),
      'everything but the calls': stack((all) => {
        at(all, 'Rule').EventPattern = { detail: { eventName: [{ 'anything-but': ['DisableKey'] }] } };
      }),
      'no DNS filter': stack((all) => {
        delete all[`Filter${tripwires.findIndex(({ words }) => words?.includes('BLOCK'))}`];
      }),
      'a filter for something else': stack((all) =>
        Object.assign(at(all, `Filter${first}`), { FilterPattern: '{ x }' }),
      ),
      'an alarm without action': stack((all) =>
        Object.assign(at(all, `Alarm${first}`), { AlarmActions: [] }),
      ),
    },
  };
}
