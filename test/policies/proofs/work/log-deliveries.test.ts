import { logsAreDelivered } from '../../../../policies/proofs/work/log-deliveries.ts';
import { readWorlds } from '../../../../policies/proofs/world/read-worlds.ts';
import type { Assembly } from '../../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';
import { Garden, type Json } from '../holes/garden.ts';

let meridian: Assembly;
beforeAll(() => {
  meridian = exampleAssembly('meridian');
});

/** Verdicts on every delivery after a resource policy of CloudWatch Logs was planted beside those there are. */
function verdictsWith(document?: unknown): Json[] {
  const garden = new Garden(meridian);
  for (const stack of garden.assembly.stacks)
    if (document !== undefined && Object.values(stack.template.Resources ?? {}).some(isPolicy))
      garden.resources(stack.id).Planted = {
        Type: 'AWS::Logs::ResourcePolicy',
        Properties: { PolicyName: 'planted', PolicyDocument: document },
      };
  const world = readWorlds(garden.assembly).find(({ name }) => name === 'meridian');
  return world ? logsAreDelivered(world).map(({ decide }) => decide()) : [];
}
const isPolicy = ({ Type }: { readonly Type: string }): boolean => Type === 'AWS::Logs::ResourcePolicy';

test('every delivery of the example is proved', () => {
  const verdicts = verdictsWith();
  expect(verdicts.length).toBeGreaterThan(1);
  expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['proved']));
});

test.each([
  [
    'a Deny',
    JSON.stringify({
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'logs:PutLogEvents', Resource: '*' }],
    }),
    'a Deny, which is not evaluated',
  ],
  ['no JSON', 'Statement: []', 'is no JSON'],
])('with %s beside them it is not known, and says why', (_, document, reason) => {
  const verdicts = verdictsWith(document).filter(({ kind }) => kind !== 'proved');
  expect(verdicts).not.toEqual([]);
  for (const verdict of verdicts)
    expect(verdict).toEqual({ kind: 'unknown', reason: expect.stringContaining(reason) });
});
