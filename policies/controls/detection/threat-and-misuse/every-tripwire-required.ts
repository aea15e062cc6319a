import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { type Tripwire, tripwires } from '../../../reading/tripwires.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Events that another check requires a rule for: restores-recorded. */
const requiredElsewhere = [
  ['aws.backup', 'Backup Job State Change'],
  ['aws.backup', 'Copy Job State Change'],
  ['aws.backup', 'Restore Job State Change'],
].map((event) => event.join(' '));

const findings = new Set([
  ...requiredElsewhere,
  ...tripwires.flatMap(({ finding }) => (finding ? [finding.join(' ')] : [])),
]);
const calls = new Set(tripwires.flatMap(({ calls: required = [] }) => required));

/** Metrics of functions and state machines that say that one failed. */
const failures: ReadonlySet<string> = new Set([
  'AWS/Lambda Errors',
  ...['ExecutionsFailed', 'ExecutionsAborted', 'ExecutionsTimedOut'].map((metric) => `AWS/States ${metric}`),
]);

/**
 * A tripwire that the judge does not require may be lost and nobody notices. This is the other direction of
 * tripwires-ring: each rule on events, each filter of a log and each alarm on a metric of AWS is asked for.
 */
export const check = assemblyCheck({
  control: 'LPO-DET-02',
  name: 'every-tripwire-required',
  expected:
    'each event rule, metric filter and alarm of the templates watches for what a requirement of the judge names, and for nothing more',
  fix: 'remove it; or give the judge its requirement in policies/reading/tripwires.ts, so that it cannot vanish unnoticed',
  judge(view): PlacedDeviation[] | 'not applicable' {
    const at = (placed: ReturnType<typeof view.ofType>[number], property: string, unrequired: string[]) => {
      const { stack, resource } = placed;
      return unrequired.map((got) => ({
        ...{ stack: stack.id, logicalId: resource.logicalId, property },
        got: `a tripwire nobody requires: ${got}`,
      }));
    };
    const rules = view
      .ofType('AWS::Events::Rule')
      .filter(({ resource }) => resource.get('EventPattern') !== undefined);
    const filters = view.ofType('AWS::Logs::MetricFilter');
    const alarms = view
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ resource }) => resource.text('Namespace')?.startsWith('AWS/') !== false);
    if (rules.length + filters.length + alarms.length === 0) return 'not applicable';
    return [
      ...rules.flatMap((rule) =>
        at(rule, 'EventPattern', unrequiredEvents(rule.resource.get('EventPattern'))),
      ),
      ...filters.flatMap((filter) => {
        const pattern = filter.resource.text('FilterPattern') ?? '';
        const required = tripwires.some((tripwire) => watchesFor(tripwire, pattern));
        return at(filter, 'FilterPattern', required ? [] : [pattern || 'everything']);
      }),
      ...alarms.flatMap((alarm) => {
        const metric = `${alarm.resource.text('Namespace')} ${alarm.resource.text('MetricName')}`;
        return at(alarm, 'MetricName', failures.has(metric) ? [] : [metric]);
      }),
    ];
  },
  ...examples(),
});

/** True where a pattern has every word of a requirement and compares with no value beside them. */
function watchesFor({ words, also }: Tripwire, pattern: string): boolean {
  if (!words?.every((word) => pattern.includes(word))) return false;
  const values = [...pattern.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value.replace(/^\*|\*$/g, ''));
  return values.every((value) => words.includes(value) || also?.test(value) === true);
}

/** Events of a pattern that no requirement names; fields beside `$or` hold for each way it can match. */
function unrequiredEvents(pattern: unknown): string[] {
  if (!isObject(pattern)) return ['a pattern nobody can read'];
  const { $or: either, ...rest } = pattern;
  if (Array.isArray(either))
    return either.flatMap((one) => unrequiredEvents(isObject(one) ? { ...rest, ...one } : one));
  const events = texts(pattern.source).flatMap((source) =>
    texts(pattern['detail-type']).flatMap((type) =>
      type === 'AWS API Call via CloudTrail'
        ? texts(isObject(pattern.detail) ? pattern.detail.eventName : undefined).map(
            (call) => `${source.replace(/^aws\./, '')}:${call}`,
          )
        : [`${source} ${type}`],
    ),
  );
  return events.filter((event) => !calls.has(event) && !findings.has(event));
}

/** Values of a field; one that is no text, or a field that takes all, stands as itself and is never required. */
const texts = (field: unknown): string[] =>
  Array.isArray(field) && field.length > 0
    ? field.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    : ['*'];

function examples(): { good: Record<string, ExampleStacks>; bad: Record<string, ExampleStacks> } {
  const of = (Type: string, Properties: object): ExampleStacks => ({
    'meridian/Detection': { One: { Type, Properties } } as never,
  });
  const rule = (EventPattern: object) => of('AWS::Events::Rule', { EventPattern });
  const filter = (FilterPattern: unknown) => of('AWS::Logs::MetricFilter', { FilterPattern });
  const alarm = (Namespace: string, MetricName: string) =>
    of('AWS::CloudWatch::Alarm', { Namespace, MetricName });
  const called = (eventName: unknown) => ({
    source: ['aws.kms'],
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: { eventSource: ['kms.amazonaws.com'], eventName },
  });
  return {
    good: {
      'required calls': rule(called(['DisableKey', 'CreateGrant'])),
      'a required finding': rule({ source: ['aws.macie'], 'detail-type': ['Macie Finding'] }),
      'what another check requires': rule({
        source: ['aws.backup'],
        $or: [{ 'detail-type': ['Restore Job State Change'] }, { 'detail-type': ['Copy Job State Change'] }],
      }),
      'a required filter': filter('{ $.errorCode = "VpceAccessDenied" }'),
      'a required filter that narrows as it may': filter(
        '{ ($.eventName = "GetObject") && ($.userIdentity.type = "AssumedRole") }',
      ),
      'a function that fails': alarm('AWS/Lambda', 'Errors'),
    },
    bad: {
      'one call more': rule(called(['DisableKey', 'TagResource'])),
      'every call of a service': rule(called(undefined)),
      'calls by exclusion': rule(called([{ 'anything-but': ['DisableKey'] }])),
      'another finding': rule({ source: ['aws.health'], 'detail-type': ['AWS Health Event'] }),
      'another finding in an alternative': rule({
        source: ['aws.backup'],
        $or: [
          { 'detail-type': ['Restore Job State Change'] },
          { 'detail-type': ['Recovery Point State Change'] },
        ],
      }),
      'everything of every service': rule({ region: ['eu-west-2'] }),
      'one name more in a filter': filter(
        '{ ($.eventName = "UpdateSAMLProvider") || ($.eventName = "CreateSAMLProvider") || ($.eventName = "DeleteSAMLProvider") || ($.eventName = "ListRoles") }',
      ),
      'a filter of its own': filter('{ $.eventName = "PutBucketTagging" }'),
      'a filter that matches everything': filter(''),
      'an alarm on a bill': alarm('AWS/Billing', 'EstimatedCharges'),
      'an alarm on how long a function takes': alarm('AWS/Lambda', 'Duration'),
    },
  };
}
