import type { App, Stack, Stage } from 'aws-cdk-lib';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { buildApp } from '../../../lib/operations/synthesis/build-app.ts';
import { asOf } from '../../support/example-assembly.ts';
import { grownConfig } from '../../support/grown-vendor.ts';

const config = grownConfig(loadConfig('config'), 'meridian', { matters: 81, people: 401 });
const app: App = buildApp(config, { asOf, only: ['meridian'] });
const stage = app.node.findChild('meridian') as Stage;
const waitsFor = (id: string): string[] =>
  (stage.node.findChild(id) as Stack).dependencies.map(({ node }) => node.id);

test('what moves to a further stack is deleted first where it was', () => {
  expect(waitsFor('Access-2')).toEqual(['Access']);
  expect(waitsFor('Vpn-2')).toContain('Vpn');
});

test('no matter is worked on by somebody whom the kill switch cannot suspend', () => {
  for (const { id } of config.vendors.find(({ vendor }) => vendor === 'meridian')?.matters ?? [])
    expect(waitsFor(`Matter-${id}`)).toEqual(expect.arrayContaining(['Access', 'Access-2']));
});
