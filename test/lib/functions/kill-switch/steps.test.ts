import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { stepPermissions } from '../../../../lib/constructs/kill-switch/step-permissions.ts';
import { killSwitchSteps } from '../../../../lib/functions/kill-switch/kill-switch-steps.ts';

const folder = join(import.meta.dirname, '../../../../lib/functions/kill-switch');

/** Packages that a file and all it imports load, types aside. */
function packagesOf(file: string): Set<string> {
  const { metafile } = buildSync({
    entryPoints: [join(folder, file)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}
const sdkOf = (file: string): string[] =>
  [...packagesOf(file)].filter((name) => name.startsWith('@aws-sdk/'));

test('a step has the name of its file', () => {
  const files = readdirSync(join(folder, 'steps')).map((file) => basename(file, '.ts'));
  expect([...killSwitchSteps.map(({ name }) => name), 'index'].sort()).toEqual(files.sort());
});

test('no two steps have one place, and those of a phase or branch stand together', () => {
  const orders = killSwitchSteps.map(({ order }) => order);
  expect(new Set(orders).size).toBe(orders.length);
  const phases = killSwitchSteps.map(({ phase }) => (typeof phase === 'object' ? phase.branch : phase));
  expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual([...new Set(phases)]);
  expect(phases.at(0)).toBe('first');
  expect(phases.at(-1)).toBe('last');
});

test('the builder reads the steps without the SDK, which the entry of the function alone loads', () => {
  expect(sdkOf('kill-switch-steps.ts')).toEqual([]);
  expect(sdkOf('index.ts')).toContain('@aws-sdk/client-ec2');
});

describe('permissions of several steps', () => {
  const one = { sid: 'One', actions: ['s3:PutObject'], resources: ['*'] };

  test('with one sid are one statement', () => {
    const [statement, ...others] = stepPermissions([one, { ...one, actions: ['s3:GetObject'] }]);
    expect(others).toEqual([]);
    expect(statement?.actions).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  test('that mean different things by one sid are refused', () => {
    expect(() => stepPermissions([one, { ...one, resources: ['arn:aws:s3:::x'] }])).toThrow('One: got');
    expect(() => stepPermissions([one, { ...one, effect: 'Deny' }])).toThrow('One: got');
  });
});
