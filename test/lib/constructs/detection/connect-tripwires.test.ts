import { S3 } from '@aws-sdk/client-s3';
import { connectHandler } from '../../../../lib/functions/connect/connect-handler.ts';
import { refusalCodes } from '../../../../lib/functions/connect/refusal.ts';
import { AccessState } from '../../../../lib/functions/state/access-state.ts';
import { connectDecision } from '../../../../policies/detection/connect-decision.ts';
import { readFilterPattern } from '../../../../policies/detection/filter-pattern.ts';
import { AwsBoundary } from '../../../aws/aws-boundary.ts';
import { xml } from '../../../aws/wire-errors.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';
import { resourcesOf, stackOf } from '../../../support/resources-of.ts';
import { exampleRequest, exampleRoster } from '../../functions/connect/example-roster.ts';

const filters = resourcesOf(
  stackOf(exampleAssembly(), 'meridian/Detection'),
  'AWS::Logs::MetricFilter',
).filter(({ properties }) => properties.LogGroupName === '/lpo/meridian/connect');
const patterns = filters.map(({ properties }) => String(properties.FilterPattern));

/** The record of one decision, as the deployed handler logs it. */
async function recordOf(request: object, roster = exampleRoster): Promise<Record<string, unknown>> {
  const log: Record<string, unknown>[] = [];
  const boundary = new AwsBoundary(() => xml('<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>'));
  await connectHandler({
    roster: async () => roster,
    state: new AccessState(new S3(boundary.client()), 'state'),
    now: () => new Date('2026-06-15T12:00:00Z'),
    log: (record) => log.push(record),
  })({ ...exampleRequest, ...request });
  return log.at(-1) ?? {};
}

const matches = (pattern: string, record: Record<string, unknown>): boolean | undefined =>
  readFilterPattern(pattern).matches(JSON.parse(JSON.stringify(record)));

test('every code a filter waits for is one the handler gives', () => {
  const waited = patterns.flatMap((pattern) =>
    [...pattern.matchAll(/\$\.code = "([^"]+)"/g)].map(([, c]) => c),
  );
  expect(waited.length).toBeGreaterThan(3);
  expect(waited.filter((code) => !(refusalCodes as readonly unknown[]).includes(code))).toEqual([]);
});

test('a connection from an address of no site rings', async () => {
  const record = await recordOf({ 'public-ip': '192.0.2.77' });
  expect(record).toMatchObject({ code: 'PLACE', allow: false });
  expect(patterns.filter((pattern) => matches(pattern, record))).toHaveLength(1);
});

test('a connection from a country that is not on record rings', async () => {
  const sites = Object.fromEntries(
    Object.entries(exampleRoster.sites).map(([id, site]) => [id, { ...site, country: 'US' }] as const),
  );
  const record = await recordOf({}, { ...exampleRoster, sites });
  expect(record).toMatchObject({ code: 'COUNTRY', allow: false });
  expect(patterns.filter((pattern) => matches(pattern, record))).toHaveLength(1);
});

test('an ordinary connection rings nothing', async () => {
  const record = await recordOf({});
  expect(record).toMatchObject({ code: 'ADMITTED' });
  expect(patterns.filter((pattern) => matches(pattern, record))).toEqual([]);
});

test('samples of the judge have the fields of the record that the handler writes', async () => {
  const { sent } = connectDecision('PLACE');
  if (sent.by !== 'log') throw new Error('a sample of a log');
  expect(Object.keys(sent.line).sort()).toEqual(
    Object.keys(await recordOf({ 'public-ip': '192.0.2.77' })).sort(),
  );
});
