import { Template } from 'aws-cdk-lib/assertions';
import type { Organization } from '../../../lib/config/organization-schema.ts';
import { logTripwires } from '../../../lib/constructs/detection/log-tripwires.ts';
import { refusalCodes } from '../../../lib/functions/connect/refusal.ts';
import { configRules } from '../../../lib/model/config-rules.ts';
import { DetectionStack } from '../../../lib/stacks/detection-stack.ts';
import { controls } from '../../../policies/catalogue/catalogue.ts';
import { app } from '../../support/app.ts';
import { exampleOrganization, exampleVendor } from '../../support/configuration.ts';
import { nagFindings, staleAcknowledgements } from '../../support/nag.ts';

type Switches = Organization['managedByOrganization'];
const none: Switches = { trail: false, guardDuty: false, macie: false, securityHub: false, config: false };

function detection(switches: Partial<Switches> = {}, vendor: 'luzon' | 'meridian' = 'luzon') {
  const organization = { ...exampleOrganization(), managedByOrganization: { ...none, ...switches } };
  const example = exampleVendor(vendor);
  return new DetectionStack(app(), 'Detection', {
    env: { account: example.account, region: example.region },
    organization,
    vendor: example,
    alertTopicArn: 'arn:aws:sns:us-east-1:200000000002:lpo-luzon-alerts',
  });
}
const count = (switches: Partial<Switches>, type: string): number =>
  Object.keys(Template.fromStack(detection(switches)).findResources(type)).length;

/** Rules but for the one that writes restores down in a log group. */
const ringing = (template: Template) =>
  Object.values(template.findResources('AWS::Events::Rule')).filter(
    ({ Properties }) => !`${Properties.Targets[0].Arn}`.startsWith('arn:aws:logs:'),
  );

test.each<[keyof Switches, string, number]>([
  ['guardDuty', 'AWS::GuardDuty::Detector', 1],
  ['macie', 'AWS::Macie::Session', 1],
  ['macie', 'AWS::Macie::CustomDataIdentifier', 5],
  ['securityHub', 'AWS::SecurityHub::Hub', 1],
  ['config', 'AWS::Config::ConfigurationRecorder', 1],
  ['config', 'AWS::Config::ConformancePack', 1],
])('%s: %s is built here unless the organization has it', (name, type, wanted) => {
  expect(count({}, type)).toBe(wanted);
  expect(count({ [name]: true }, type)).toBe(0);
});

test('without a trail of its own only what is in its own logs raises alarms', () => {
  const all = count({}, 'AWS::CloudWatch::Alarm');
  const withoutTrail = count({ trail: true }, 'AWS::CloudWatch::Alarm');
  expect([all, withoutTrail]).toEqual([13, 4]);
  const filters = Template.fromStack(detection({ trail: true })).findResources('AWS::Logs::MetricFilter');
  for (const { Properties } of Object.values(filters))
    expect(Properties.LogGroupName).toMatch(/^\/lpo\/luzon\/(dns-queries|connect)$/);
});

test('every alarm and every rule rings the encrypted topic, and every filter has an alarm', () => {
  const template = Template.fromStack(detection());
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const filters = Object.values(template.findResources('AWS::Logs::MetricFilter'));
  const topic = 'arn:aws:sns:us-east-1:200000000002:lpo-luzon-alerts';
  for (const { Properties } of alarms) expect(Properties.AlarmActions).toEqual([topic]);
  expect(filters.map(({ Properties }) => Properties.MetricTransformations[0].MetricName).sort()).toEqual(
    alarms.map(({ Properties }) => Properties.MetricName).sort(),
  );
  for (const { Properties } of ringing(template)) expect(Properties.Targets[0].Arn).toBe(topic);
});

test('connect alarms watch for codes that the connect handler writes', () => {
  const watched = logTripwires('x').filter(({ log }) => log === 'connect');
  const codes = watched.flatMap(({ filter }) =>
    [...filter.matchAll(/\$\.code = "([^"]+)"/g)].map(([, code]) => code),
  );
  expect(codes).toHaveLength(4);
  for (const code of codes) expect(refusalCodes).toContain(code);
});

test('messages carry ids: no field of the event but its id and time reaches them', () => {
  const template = Template.fromStack(detection());
  const rules = ringing(template);
  expect(rules.length).toBeGreaterThan(8);
  for (const { Properties } of rules) {
    const { InputPathsMap, InputTemplate } = Properties.Targets[0].InputTransformer;
    const { what, ...ids } = InputPathsMap;
    expect(ids).toEqual({ event: '$.id', time: '$.time' });
    expect([undefined, '$.detail-type']).toContain(what);
    expect(JSON.parse(InputTemplate)).toContain('Vendor luzon, account 200000000002');
    expect(InputTemplate).not.toContain(exampleVendor('luzon').legalName);
  }
});

test('the conformance pack watches controls that exist', () => {
  const ids = new Set(controls.map(({ id }) => id));
  for (const { controls: named } of configRules) for (const id of named) expect([...ids]).toContain(id);
  const template = Template.fromStack(detection());
  const [pack] = Object.values(template.findResources('AWS::Config::ConformancePack'));
  const { Resources } = JSON.parse(pack?.Properties.TemplateBody);
  expect(Object.keys(Resources)).toHaveLength(configRules.length);
  expect(pack?.Properties.TemplateBody.length).toBeLessThan(51_200);
});

test('nothing is left for cdk-nag to find, whatever the organization runs', () => {
  for (const switches of [
    none,
    { ...none, trail: true, guardDuty: true, macie: true, securityHub: true, config: true },
  ]) {
    const stack = detection(switches);
    expect(nagFindings(stack)).toEqual([]);
    expect(staleAcknowledgements(stack)).toEqual([]);
  }
});
