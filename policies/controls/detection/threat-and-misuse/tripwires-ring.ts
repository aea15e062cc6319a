import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { alarmRings } from '../../../reading/alarm-rings.ts';
import { type Tripwire, tripwires } from '../../../reading/tripwires.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Filters whose pattern has all words, and whose alarm rings in time and not all the time. */
const filterRings = (
  view: AssemblyView,
  account: string,
  words: readonly string[],
  range: Pick<Tripwire, 'most' | 'least'>,
): boolean =>
  view
    .ofType('AWS::Logs::MetricFilter')
    .filter(({ stack }) => stack.account === account)
    .some(
      (filter) =>
        words.every((word) => `${filter.resource.text('FilterPattern')}`.includes(word)) &&
        alarmRings(view, filter, range),
    );

/** True where every value of a field that the pattern limits is there; a pattern without the field takes all. */
const takes = (pattern: unknown, field: string, value: string): boolean => {
  const wanted = isObject(pattern) ? pattern[field] : undefined;
  return wanted === undefined || (Array.isArray(wanted) && wanted.includes(value));
};

const rule = ({ resource }: Placed): Record<string, unknown> | undefined => {
  const pattern = resource.get('EventPattern');
  const rings = resource.get('State') !== 'DISABLED' && resource.list('Targets').length > 0;
  return rings && resource.get('EventBusName') === undefined && isObject(pattern) ? pattern : undefined;
};

const callRings = (pattern: Readonly<Record<string, unknown>>, qualified: string): boolean => {
  const [service, call] = qualified.split(':') as [string, string];
  const fields = isObject(pattern.detail) ? Object.keys(pattern.detail) : [];
  return (
    takes(pattern, 'source', `aws.${service}`) &&
    takes(pattern, 'detail-type', 'AWS API Call via CloudTrail') &&
    takes(pattern.detail, 'eventSource', `${service}.amazonaws.com`) &&
    takes(pattern.detail, 'eventName', call) &&
    // Any further field narrows the rule in a way nobody has looked at.
    fields.every((field) => ['eventSource', 'eventName'].includes(field))
  );
};

/** GuardDuty rules may leave out low severities, and scans that found nothing; nothing else may narrow. */
const lowAtMost = 4;
function findingRings(pattern: Record<string, unknown>, [source, type]: readonly [string, string]): boolean {
  if (!takes(pattern, 'source', source) || !takes(pattern, 'detail-type', type)) return false;
  const detail = isObject(pattern.detail) ? pattern.detail : {};
  return Object.entries(detail).every(([field, wanted]) => {
    const text = JSON.stringify(wanted);
    const least = /^\[\{"numeric":\[">=",(\d+)\]\}\]$/.exec(text)?.[1];
    if (field === 'severity') return least !== undefined && Number(least) <= lowAtMost;
    return (
      field === 'scanResultDetails' && text === '{"scanResultStatus":[{"anything-but":"NO_THREATS_FOUND"}]}'
    );
  });
}

export const check = assemblyCheck({
  control: 'LPO-DET-02',
  name: 'tripwires-ring',
  expected:
    'every tripwire of the catalogue rings, and none all the time: an enabled rule with a target, or a filter with an alarm',
  fix: 'add the rule or the metric filter, and an alarm on its metric with an action',
  judge(view): PlacedDeviation[] {
    return vendorsOf(view).flatMap(({ account, anchor }) => {
      const here = ({ stack }: Placed) => stack.account === account;
      const trail = view.ofType('AWS::CloudTrail::Trail').some(here);
      const patterns = view
        .ofType('AWS::Events::Rule')
        .filter(here)
        .map(rule)
        .filter((pattern) => pattern !== undefined);
      return tripwires
        .filter(({ inTrail }) => trail || !inTrail)
        .flatMap(({ what, calls = [], words, finding, ...range }) => {
          const silent = calls.filter((call) => !patterns.some((pattern) => callRings(pattern, call)));
          if (words && !filterRings(view, account, words, range)) silent.push(words.join(' '));
          if (finding && !patterns.some((pattern) => findingRings(pattern, finding)))
            silent.push(finding.join(' '));
          return silent.length === 0
            ? []
            : [
                {
                  stack: anchor.stack.id,
                  logicalId: anchor.resource.logicalId,
                  property: 'account',
                  got: `nothing rings at ${what} (${silent.join(', ')})`,
                },
              ];
        });
    });
  },
  ...examples(),
});

function examples(): { good: Record<string, ExampleStacks>; bad: Record<string, ExampleStacks> } {
  type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>;
  const ringing = (EventPattern: object) => ({
    Type: 'AWS::Events::Rule',
    Properties: { EventPattern, Targets: [{ Id: 'A', Arn: 'arn:aws:sns:eu-west-2:200000000001:alerts' }] },
  });
  const all = (): Resources => {
    const resources: Resources = {
      Vpc: vpc(),
      Trail: { Type: 'AWS::CloudTrail::Trail', Properties: {} },
    };
    for (const service of ['cloudtrail', 'ec2', 'kms', 's3'])
      resources[`Calls${service}`] = ringing({
        source: [`aws.${service}`],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: [`${service}.amazonaws.com`],
          eventName: tripwires
            .flatMap(({ calls = [] }) => calls)
            .filter((call) => call.startsWith(`${service}:`))
            .map((call) => call.split(':')[1]),
        },
      });
    tripwires.forEach(({ finding }, index) => {
      if (finding)
        resources[`Finding${index}`] = ringing({ source: [finding[0]], 'detail-type': [finding[1]] });
    });
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
  };
  const pattern = (resources: Resources, change: object) =>
    Object.assign(at(resources, 'Callskms').EventPattern as object, change);
  const first = tripwires.findIndex(({ words }) => words);
  return {
    good: { 'every wire': stack(() => {}), 'the organization has the trail': stack(withoutTrail) },
    bad: {
      'the rule is disabled': stack((all) => Object.assign(at(all, 'Callskms'), { State: 'DISABLED' })),
      'the rule reaches nobody': stack((all) => Object.assign(at(all, 'Callskms'), { Targets: [] })),
      'the rule is on another bus': stack((all) => Object.assign(at(all, 'Callskms'), { EventBusName: 'x' })),
      'everything but the calls': stack((all) =>
        pattern(all, { detail: { eventName: [{ 'anything-but': ['DisableKey'] }] } }),
      ),
      'the calls of another service': stack((all) => pattern(all, { source: ['aws.s3'] })),
      'the calls of one person': stack((all) =>
        pattern(all, {
          detail: {
            eventName: ['PutKeyPolicy', 'CreateGrant', 'UpdateAlias', 'ReplicateKey', 'DisableKey'],
            userIdentity: { userName: ['x'] },
          },
        }),
      ),
      'only grave threats': stack((all) => {
        const index = tripwires.findIndex(({ what }) => what === 'a threat');
        Object.assign(at(all, `Finding${index}`).EventPattern as object, {
          detail: { severity: [{ numeric: ['>=', 8] }] },
        });
      }),
      'an alarm at the first refused name, which rings once and for ever': stack((all) => {
        const index = tripwires.findIndex(({ words }) => words?.includes('BLOCK'));
        Object.assign(at(all, `Alarm${index}`), { Threshold: 1 });
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
