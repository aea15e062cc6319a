import { evaluateGates } from '../../../../../lib/gates/evaluate-gates.ts';
import { deployEvent } from '../../../../../lib/operations/ledger/events/deploy-event.ts';
import { exceptionEvents } from '../../../../../lib/operations/ledger/events/exception-events.ts';
import { gateEvent } from '../../../../../lib/operations/ledger/events/gate-event.ts';
import type { Assembly } from '../../../../../policies/template/assembly.ts';
import { asOf, draft, found } from '../../../gates/draft.ts';

const gateOf = (change: (d: ReturnType<typeof draft>) => void = () => undefined) => {
  const d = draft();
  change(d);
  const gate = found(evaluateGates(d.config, asOf).vendors.find(({ vendor }) => vendor === 'luzon'));
  return gateEvent(gate, asOf, 'a').body;
};

test('an open gate allows, a shut one refuses and names the rules', () => {
  expect(gateOf()).toMatchObject({ decision: 'allow', rules: [], asOf });
  const shut = gateOf((d) => {
    d.bankruptcy.impactAssessment = undefined;
  });
  expect(shut).toMatchObject({ decision: 'refuse', rules: ['GOV-R01'] });
});

test('the same answer is the same event; another answer is another', () => {
  expect(gateOf()).toEqual(gateOf());
  const other = gateOf((d) => {
    d.bankruptcy.impactAssessment = undefined;
  });
  expect(other.event).not.toBe(gateOf().event);
});

const exception = {
  ...{ rule: 'LPO-X', path: '*/Network/Vpc', reason: 'r'.repeat(20), owner: 'one', approver: 'two' },
  ...{ expires: '2027-01-01', file: 'f', line: 1 },
};

test('exceptions that reach the vendor and waivers of its file, unless expired', () => {
  const { luzon } = draft();
  const paths = ['*/a/b', 'luzon/a', 'meridian/a', 'luzonx/a'].map((path) => ({ ...exception, path }));
  const expired = { ...exception, path: 'luzon/old', expires: '2026-11-20' };
  const waiver = {
    ...{ rule: 'GOV-R01', matter: 'm-58d7b2', reason: 'w'.repeat(20), owner: 'p-000001' },
    ...{ approver: 'p-000002', approvedOn: '2026-11-01', expiresOn: '2026-11-21' },
  };
  const events = exceptionEvents([...paths, expired], { ...luzon, waivers: [waiver] }, asOf, 'a');
  expect(events.map(({ body }) => body)).toMatchObject([
    { path: '*/a/b' },
    { path: 'luzon/a' },
    { rule: 'GOV-R01', matter: 'm-58d7b2', approver: 'p-000002', expires: '2026-11-21' },
  ]);
  expect(new Set(events.map(({ body }) => body.event)).size).toBe(3);
});

test('a prolonged exception is another event', () => {
  const { luzon } = draft();
  const eventOf = (expires: string) =>
    exceptionEvents([{ ...exception, expires }], luzon, asOf, 'a')[0]?.body.event;
  expect(eventOf('2027-01-01')).toBe(eventOf('2027-01-01'));
  expect(eventOf('2027-01-02')).not.toBe(eventOf('2027-01-01'));
});

const assembly = (value: string): Assembly => ({
  directory: '/anywhere',
  stacks: ['luzon/B', 'luzon/A', 'luzonx/A', 'organization/G'].map((id) => ({
    ...{ id, stackName: id, account: '1', region: 'r', file: `/tmp/${value}`, constructPaths: {} },
    template: { Resources: { X: { Type: 'T', Properties: { value: id === 'luzon/A' ? value : '' } } } },
  })),
});
const deployed = (value: string) =>
  deployEvent(assembly(value), 'luzon', { event: 'run-1', commit: 'abcdef1', actor: 'a' }).body;

test("a deploy: the vendor's stacks alone, and a hash that changes with any template", () => {
  expect(deployed('x')).toMatchObject({ event: 'deploy/run-1', stacks: ['luzon/A', 'luzon/B'] });
  expect(deployed('y')).not.toEqual(deployed('x'));
});
